/** Calendars: their tasks as candidates, and when somebody is busy as a part of the context. */
@NullMarked
package net.alogins.oo.calendar;

import org.jspecify.annotations.NullMarked;
