/** Tasks of Todoist, which are completed and reopened there. */
module net.alogins.oo.todoist {
  requires transitive net.alogins.oo.signal;
  requires transitive java.net.http;
  requires transitive net.alogins.oo.remote;
  requires static org.jspecify;

  exports net.alogins.oo.todoist;
}
