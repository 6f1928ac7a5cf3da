package net.alogins.oo.calendar;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;

/**
 * The open tasks of a calendar on a CalDAV server, which are completed and reopened there; and when
 * its events keep its person busy. The target of a connection is the address of the calendar, which
 * must be one of the server's; its secret is {@code name:password}, or a token.
 *
 * <p>A fetch asks what has changed since the server's sync-token, and for those resources. On
 * another day everything is told anew, since tasks begin and come again by days. A resource that
 * cannot be read is left out, and logged by its rule. What is busy is asked for when something has
 * changed, and each hour.
 */
public final class CaldavConnector implements Connector {

  /** Its name. */
  public static final String NAME = "caldav";

  private static final Logger LOG = System.getLogger(CaldavConnector.class.getName());
  private static final int TRUNCATED = 507;

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
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException {
    return new Visit(access).fetch(since);
  }

  @Override
  public void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {
    new Visit(access).execute(command);
  }

  /** Only whoever made a password can end it. */
  @Override
  public void revoke(Access access) throws ConnectorException {
    busy.forget(access.user(), access.connection());
    throw ConnectorException.unavailable("only its person can revoke it", Optional.empty());
  }

  /** One call for one calendar. */
  private final class Visit {

    private final Access access;
    private final Place place;
    private final Dav dav;
    private final ZoneId zone;
    private final LocalDate today;

    Visit(Access access) throws ConnectorException {
      this.access = access;
      this.place = Place.of(server, access.target());
      this.dav = new Dav(remote, place, access);
      this.zone = zones.apply(access.user());
      this.today = access.now().atZone(zone).toLocalDate();
    }

    Fetch fetch(Optional<Cursor> since) throws ConnectorException, InterruptedException {
      if (since.isEmpty()) {
        return everything();
      }
      Position position = Position.of(since.get());
      if (position.isListing()) {
        return ending(Fetch::changes, open(position), position);
      }
      return position.isOf(today) ? news(position) : everything();
    }

    private Fetch everything() throws ConnectorException, InterruptedException {
      Position start = Position.first(today, dav.token());
      return ending(Fetch::everything, open(start), start);
    }

    private List<Change> open(Position from) throws ConnectorException, InterruptedException {
      List<Change> open = new ArrayList<>();
      for (Multistatus.Entry entry : dav.tasks().entries()) {
        change(entry)
            .filter(change -> change instanceof Change.Open && from.isBefore(change.key()))
            .ifPresent(open::add);
      }
      open.sort(Comparator.comparing(Change::key));
      return open;
    }

    private Fetch ending(
        Function<List<Change>, Fetch.Page> answer, List<Change> open, Position position)
        throws ConnectorException, InterruptedException {
      if (open.size() > Fetch.MOST_CHANGES) {
        List<Change> first = open.subList(0, Fetch.MOST_CHANGES);
        Position next = position.after(first.get(first.size() - 1).key());
        return answer.apply(first).more(next.cursor());
      }
      look(true);
      return answer.apply(open).then(position.atEnd().cursor());
    }

    private Fetch news(Position position) throws ConnectorException, InterruptedException {
      Multistatus told = dav.changes(position.token());
      if (told.entries().size() > Fetch.MOST_CHANGES) {
        return everything();
      }
      List<String> changed = new ArrayList<>();
      List<Change> changes = new ArrayList<>();
      boolean isWhole = true;
      for (Multistatus.Entry entry : told.entries()) {
        Optional<String> key = place.key(entry.href());
        key.filter(any -> entry.isThere()).ifPresent(changed::add);
        key.filter(any -> entry.status() == 404).map(Change.Gone::new).ifPresent(changes::add);
        isWhole &= entry.status() != TRUNCATED;
      }
      for (int from = 0; from < changed.size(); from += Dav.MOST_AT_ONCE) {
        int to = Math.min(changed.size(), from + Dav.MOST_AT_ONCE);
        for (Multistatus.Entry entry : dav.some(changed.subList(from, to)).entries()) {
          change(entry).ifPresent(changes::add);
        }
      }
      Cursor next = position.token(told.token().orElse(position.token())).cursor();
      look(!changes.isEmpty());
      return isWhole ? Fetch.changes(changes).then(next) : Fetch.changes(changes).more(next);
    }

    /** What it means that a resource is so; nothing if it cannot be read. */
    private Optional<Change> change(Multistatus.Entry entry) {
      Optional<String> key = place.key(entry.href());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      try {
        List<Series> todos = Agenda.of(entry.data().orElse(""), access.now()).todos();
        Optional<Candidate> open =
            todos.isEmpty()
                ? Optional.empty()
                : new Todo(todos.get(0), access.now(), zone).candidate(NAME, key.get());
        return Optional.of(open.<Change>map(Change.Open::new).orElse(new Change.Gone(key.get())));
      } catch (BrokenCalendarException broken) {
        say(broken.problem());
        return Optional.empty();
      }
    }

    private void say(Problem problem) {
      LOG.log(
          Level.WARNING,
          "connection {0}: a resource is left out: {1}",
          access.connection(),
          problem);
    }

    /** When its person is busy. */
    private void look(boolean hasChanged) throws ConnectorException, InterruptedException {
      if (!hasChanged && busy.isFresh(access.user(), access.connection(), access.now())) {
        return;
      }
      Window window = Window.around(access.now(), BusyTimes.FRESH, BusyTimes.AHEAD, zone);
      List<Interval> times = new ArrayList<>();
      for (Multistatus.Entry entry : dav.events(window).entries()) {
        try {
          Agenda agenda = Agenda.of(entry.data().orElse(""), access.now());
          times.addAll(agenda.busy(window, this::say));
        } catch (BrokenCalendarException broken) {
          say(broken.problem());
        }
      }
      busy.tell(access.user(), access.connection(), access.now(), times);
    }

    void execute(Command command) throws ConnectorException, InterruptedException {
      Optional<Dav.Resource> found = dav.get(command.key());
      if (found.isEmpty()) {
        return;
      }
      try {
        Optional<String> changed =
            Completion.of(Agenda.of(found.get().text(), access.now()), command, zone);
        if (changed.isPresent()) {
          dav.put(command.key(), new Dav.Resource(changed.get(), found.get().tag()));
        }
      } catch (BrokenCalendarException broken) {
        throw ConnectorException.malformed("task cannot be written: " + broken.getMessage());
      }
    }
  }
}
