package net.alogins.oo.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.alogins.oo.Builder;
import net.alogins.oo.calendar.BusyTimes;
import net.alogins.oo.calendar.CaldavConnector;
import net.alogins.oo.calendar.CalendarFiles;
import net.alogins.oo.id.UserId;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;

/**
 * The calendars of a server that people may connect, those in files of this machine, and what is
 * known of a moment by them.
 *
 * @param connectors what reads them
 * @param busy when people are busy
 */
record Calendars(List<Connector> connectors, BusyTimes busy) {

  private static final ConnectionId FILES = new ConnectionId("calendar-files");

  /** Those that {@code systems} name, for people in the zones that {@code kept} has of them. */
  static Optional<Calendars> of(Systems systems, Kept kept) {
    BusyTimes busy = new BusyTimes();
    Function<UserId, ZoneId> zones = user -> zone(user, kept);
    List<Connector> all =
        Stream.concat(
                systems.caldav().stream().map(server -> on(server, busy, zones)),
                systems.calendar().stream().map(path -> in(path, busy, zones)))
            .toList();
    return Optional.of(new Calendars(all, busy)).filter(any -> !all.isEmpty());
  }

  private static ZoneId zone(UserId user, Kept kept) {
    return kept.stores()
        .profiles()
        .find(user)
        .map(Preferences::zone)
        .orElseGet(ZoneId::systemDefault);
  }

  private static Connector on(URI server, BusyTimes busy, Function<UserId, ZoneId> zones) {
    try {
      return CaldavConnector.at(server, Remote.client(), Clock.systemUTC()).busy(busy).zones(zones);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "caldav: " + wrong.getMessage(), wrong);
    }
  }

  private static Connector in(Path path, BusyTimes busy, Function<UserId, ZoneId> zones) {
    try {
      return CalendarFiles.at(path).busy(busy).zones(zones);
    } catch (IllegalArgumentException unreadable) {
      throw new Refusal(Exit.NO_INPUT, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /** Files are connected by naming them; {@code owner} sees how that stands. */
  void begin(Connections connections, UserId owner) {
    if (connectors.stream().anyMatch(one -> one.name().equals(CalendarFiles.NAME))) {
      connections.connect(new Connection(FILES, owner, CalendarFiles.NAME, "", false));
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
