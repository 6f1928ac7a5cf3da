/** Calendars, as iCalendar files and by CalDAV: tasks, and when somebody is busy. */
module net.alogins.oo.calendar {
  requires transitive net.alogins.oo.signal;
  requires transitive java.net.http;
  requires transitive net.alogins.oo.remote;
  requires ical4j.core;
  requires java.xml;
  requires static org.jspecify;

  exports net.alogins.oo.calendar;
}
