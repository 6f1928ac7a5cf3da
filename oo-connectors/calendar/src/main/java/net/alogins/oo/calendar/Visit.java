package net.alogins.oo.calendar;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;

/** One call for the calendars of one connection. */
final class Visit {

  private static final Logger LOG = System.getLogger(CaldavConnector.class.getName());
  private static final int TRUNCATED = 507;
  private static final int GONE = 404;

  private final URI server;
  private final Remote remote;
  private final BusyTimes busy;
  private final Access access;
  private final ZoneId zone;
  private final LocalDate today;

  Visit(URI server, Remote remote, BusyTimes busy, Access access, ZoneId zone) {
    this.server = server;
    this.remote = remote;
    this.busy = busy;
    this.access = access;
    this.zone = zone;
    this.today = access.now().atZone(zone).toLocalDate();
  }

  /** What has changed, or everything. */
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

  private Discovery discovery() throws ConnectorException {
    return new Discovery(server, remote, access);
  }

  private Place place(Shelf shelf, String name) throws ConnectorException {
    Place named = Place.of(server, access.target());
    String path = shelf.path(name);
    return path.equals(named.path()) ? named : Place.found(server, path);
  }

  private Dav dav(Place place) {
    return new Dav(remote, place, access);
  }

  private Fetch everything() throws ConnectorException, InterruptedException {
    Position start = Position.first(today, discovery().shelf());
    return ending(Fetch::everything, open(start), start);
  }

  private List<Change> open(Position from) throws ConnectorException, InterruptedException {
    List<Change> open = new ArrayList<>();
    for (String name : from.shelf().tokens().keySet()) {
      Place place = place(from.shelf(), name);
      for (Multistatus.Entry entry : dav(place).tasks().entries()) {
        change(place, entry)
            .filter(change -> change instanceof Change.Open && from.isBefore(change.key()))
            .ifPresent(open::add);
      }
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
    look(position.shelf(), true);
    return answer.apply(open).then(position.atEnd().cursor());
  }

  private Fetch news(Position position) throws ConnectorException, InterruptedException {
    Shelf before = position.shelf();
    Shelf now = before.isOne() ? before : discovery().in(before.root());
    if (!now.hasThoseOf(before)) {
      return everything();
    }
    News news = new News(before);
    for (Map.Entry<String, String> one : before.tokens().entrySet()) {
      if (before.isOne() || !one.getValue().equals(now.tokens().get(one.getKey()))) {
        news.ask(place(before, one.getKey()), one);
      }
    }
    if (news.size > Fetch.MOST_CHANGES) {
      return everything();
    }
    look(before, !news.changes.isEmpty());
    Cursor next = position.shelf(new Shelf(before.root(), news.tokens)).cursor();
    Fetch.Page page = Fetch.changes(news.changes);
    return news.isWhole ? page.then(next) : page.more(next);
  }

  /** What has changed in some calendars. */
  private final class News {

    private final List<Change> changes = new ArrayList<>();
    private final SortedMap<String, String> tokens;
    private boolean isWhole = true;
    private int size;

    News(Shelf before) {
      tokens = new TreeMap<>(before.tokens());
    }

    /** Asks one, unless there is too much already. */
    void ask(Place place, Map.Entry<String, String> calendar)
        throws ConnectorException, InterruptedException {
      if (size > Fetch.MOST_CHANGES) {
        return;
      }
      Multistatus told = dav(place).changes(calendar.getValue());
      told.token().ifPresent(token -> tokens.put(calendar.getKey(), token));
      size += told.entries().size();
      if (size <= Fetch.MOST_CHANGES) {
        take(place, told);
      }
    }

    private void take(Place place, Multistatus told)
        throws ConnectorException, InterruptedException {
      List<String> changed = new ArrayList<>();
      for (Multistatus.Entry entry : told.entries()) {
        Optional<String> key = place.key(entry.href());
        key.filter(any -> entry.isThere()).ifPresent(changed::add);
        key.filter(any -> entry.status() == GONE).map(Change.Gone::new).ifPresent(changes::add);
        isWhole &= entry.status() != TRUNCATED;
      }
      for (int from = 0; from < changed.size(); from += Dav.MOST_AT_ONCE) {
        int to = Math.min(changed.size(), from + Dav.MOST_AT_ONCE);
        for (Multistatus.Entry entry : dav(place).some(changed.subList(from, to)).entries()) {
          change(place, entry).ifPresent(changes::add);
        }
      }
    }
  }

  /** What it means that a resource is so; nothing if it cannot be read. */
  private Optional<Change> change(Place place, Multistatus.Entry entry) {
    Optional<String> key = place.key(entry.href());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Series> todos = Agenda.of(entry.data().orElse(""), access.now()).todos();
      Optional<Candidate> open =
          todos.isEmpty()
              ? Optional.empty()
              : new Todo(todos.get(0), access.now(), zone)
                  .candidate(CaldavConnector.NAME, key.get());
      return Optional.of(open.<Change>map(Change.Open::new).orElse(new Change.Gone(key.get())));
    } catch (BrokenCalendarException broken) {
      say(broken.problem());
      return Optional.empty();
    }
  }

  private void say(Problem problem) {
    LOG.log(
        Level.WARNING, "connection {0}: a resource is left out: {1}", access.connection(), problem);
  }

  /** When its person is busy. */
  private void look(Shelf shelf, boolean hasChanged)
      throws ConnectorException, InterruptedException {
    if (!hasChanged && busy.isFresh(access.user(), access.connection(), access.now())) {
      return;
    }
    Window window = Window.around(access.now(), BusyTimes.FRESH, BusyTimes.AHEAD, zone);
    List<Interval> times = new ArrayList<>();
    for (String name : shelf.tokens().keySet()) {
      for (Multistatus.Entry entry : dav(place(shelf, name)).events(window).entries()) {
        try {
          Agenda agenda = Agenda.of(entry.data().orElse(""), access.now());
          times.addAll(agenda.busy(window, this::say));
        } catch (BrokenCalendarException broken) {
          say(broken.problem());
        }
      }
    }
    busy.tell(access.user(), access.connection(), access.now(), times);
  }

  /** Carries out {@code command}, if its task is there. */
  void execute(Command command) throws ConnectorException, InterruptedException {
    Dav dav = dav(Place.holding(server, access.target(), command.key()));
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
