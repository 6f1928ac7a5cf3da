package net.alogins.oo.server;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import net.alogins.oo.Builder;
import net.alogins.oo.calendar.BusyTimes;
import net.alogins.oo.calendar.CaldavConnector;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.remote.Remote;

/**
 * The calendars that people may connect, and what is known of a moment by them.
 *
 * @param connector what reads them
 * @param busy when people are busy
 */
record Calendars(CaldavConnector connector, BusyTimes busy) {

  /** Those on {@code server}, for people in the zones that {@code kept} has of them. */
  static Calendars on(URI server, Kept kept) {
    BusyTimes busy = new BusyTimes();
    try {
      CaldavConnector connector =
          CaldavConnector.at(server, Remote.client(), Clock.systemUTC())
              .busy(busy)
              .zones(
                  user ->
                      kept.stores()
                          .profiles()
                          .find(user)
                          .map(Preferences::zone)
                          .orElseGet(ZoneId::systemDefault));
      return new Calendars(connector, busy);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "caldav: " + wrong.getMessage(), wrong);
    }
  }

  /** Nobody is told to begin what does not fit before their next event. */
  void tell(Builder recommender) {
    recommender.filter(BusyTimes.fitting());
  }

  /** A question comes with the minutes that are free. */
  void tell(OoPlugin plugin) {
    plugin.moment((user, said) -> busy.moment(user, Clock.systemUTC().instant(), said));
  }
}
