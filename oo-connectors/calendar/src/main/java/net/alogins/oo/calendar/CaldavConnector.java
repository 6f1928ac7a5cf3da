package net.alogins.oo.calendar;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.id.UserId;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;

/**
 * The open tasks of a calendar on a CalDAV server, which are completed and reopened there; and when
 * its events keep its person busy. The target of a connection is the address of a calendar, which
 * must be one of the server's, or any other of the server's, such as none at all: then it is for
 * all calendars in the home of its person. Its secret is {@code name:password}, or a token.
 *
 * <p>A fetch asks what has changed since the server's sync-token, and for those resources. On
 * another day everything is told anew, since tasks begin and come again by days. A resource that
 * cannot be read is left out, and logged by its rule. What is busy is asked for when something has
 * changed, and each hour.
 */
public final class CaldavConnector implements Connector {

  /** Its name. */
  public static final String NAME = "caldav";

  private final URI server;
  private final Remote remote;
  private final BusyTimes busy;
  private final Function<UserId, ZoneId> zones;

  private CaldavConnector(
      URI server, Remote remote, BusyTimes busy, Function<UserId, ZoneId> zones) {
    this.server = server;
    this.remote = remote;
    this.busy = busy;
    this.zones = zones;
  }

  /**
   * One for the calendars whose addresses begin with {@code server}.
   *
   * @throws IllegalArgumentException if secrets should not be sent there, or {@code http} is not as
   *     {@link Remote#client} is
   */
  public static CaldavConnector at(URI server, HttpClient http, Clock clock) {
    return new CaldavConnector(
        server, Remote.at(server, http, clock), new BusyTimes(), any -> ZoneId.systemDefault());
  }

  /** The same, which says here when people are busy. */
  public CaldavConnector busy(BusyTimes newBusy) {
    return new CaldavConnector(server, remote, newBusy, zones);
  }

  /** The same for people in these zones; the system's by default. */
  public CaldavConnector zones(Function<UserId, ZoneId> newZones) {
    return new CaldavConnector(server, remote, busy, newZones);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean takesTarget() {
    return true;
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException {
    return visit(access).fetch(since);
  }

  @Override
  public void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {
    visit(access).execute(command);
  }

  private Visit visit(Access access) {
    return new Visit(server, remote, busy, access, zones.apply(access.user()));
  }

  /** Only whoever made a password can end it. */
  @Override
  public void revoke(Access access) throws ConnectorException {
    busy.forget(access.user(), access.connection());
    throw ConnectorException.unavailable("only its person can revoke it", Optional.empty());
  }
}
