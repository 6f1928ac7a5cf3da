package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.fortuna.ical4j.model.Property;

/**
 * The open tasks of iCalendar files on this machine, and when their events keep somebody busy. It
 * only reads. When a file has changed, or it is another day, all is told anew; while one is broken
 * or cannot be read, what was known stands. A task or event that is broken is left out, and logged.
 */
public final class CalendarFiles implements Connector {

  /** Its name. */
  public static final String NAME = "calendar";

  /** The most files of a folder. */
  static final int MOST_FILES = 100;

  private static final Logger LOG = System.getLogger(CalendarFiles.class.getName());
  private static final String KEY = "[!-~]{1,200}";

  private final Path path;
  private final BusyTimes busy;
  private final ZoneId zone;

  private CalendarFiles(Path path, BusyTimes busy, ZoneId zone) {
    this.path = path;
    this.busy = busy;
    this.zone = zone;
  }

  /** The file at {@code path}, or the {@code .ics} files in that folder; for the system's zone. */
  public static CalendarFiles at(Path path) {
    return new CalendarFiles(path, new BusyTimes(), ZoneId.systemDefault());
  }

  /** The same, which says here when somebody is busy. */
  public CalendarFiles busy(BusyTimes newBusy) {
    return new CalendarFiles(path, newBusy, zone);
  }

  /** The same for a person in this zone. */
  public CalendarFiles zone(ZoneId newZone) {
    return new CalendarFiles(path, busy, newZone);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since) throws ConnectorException {
    List<byte[]> texts = texts();
    Cursor now = cursor(texts, access);
    boolean isKnown = busy.isFresh(access.user(), access.connection(), access.now());
    if (isKnown && since.equals(Optional.of(now))) {
      return Fetch.changes(List.of()).then(now);
    }
    List<Agenda> agendas = agendas(texts, access);
    tell(agendas, access);
    List<Change> open = open(agendas, access);
    if (open.size() > Fetch.MOST_CHANGES) {
      throw ConnectorException.malformed("open tasks must be at most " + Fetch.MOST_CHANGES);
    }
    return Fetch.everything(open).then(now);
  }

  private List<byte[]> texts() throws ConnectorException {
    try {
      List<byte[]> texts = new ArrayList<>();
      for (Path file : files()) {
        try (InputStream in = Files.newInputStream(file)) {
          texts.add(in.readNBytes(Agenda.MOST_BYTES + 1));
        }
      }
      return texts;
    } catch (IOException unreadable) {
      throw ConnectorException.unavailable("a calendar file cannot be read", Optional.empty());
    }
  }

  private List<Path> files() throws IOException, ConnectorException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".ics")).sorted().toList();
      if (files.size() > MOST_FILES) {
        throw ConnectorException.malformed("calendar files must be at most " + MOST_FILES);
      }
      return files;
    }
  }

  private Cursor cursor(List<byte[]> texts, Access access) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(Digest.of(new String(text, StandardCharsets.ISO_8859_1))));
    return new Cursor(access.now().atZone(zone).toLocalDate() + " " + Digest.of(all.toString()));
  }

  private static List<Agenda> agendas(List<byte[]> texts, Access access) throws ConnectorException {
    List<Agenda> agendas = new ArrayList<>();
    try {
      for (byte[] text : texts) {
        agendas.add(Agenda.of(text, access.now()));
      }
      return agendas;
    } catch (BrokenCalendarException broken) {
      throw ConnectorException.malformed(broken.problem().toString());
    }
  }

  private void tell(List<Agenda> agendas, Access access) {
    Window window = Window.around(access.now(), BusyTimes.FRESH, BusyTimes.AHEAD, zone);
    List<Interval> times = new ArrayList<>();
    agendas.forEach(agenda -> times.addAll(agenda.busy(window, CalendarFiles::say)));
    busy.tell(access.user(), access.connection(), access.now(), times);
  }

  private List<Change> open(List<Agenda> agendas, Access access) {
    List<Change> open = new ArrayList<>();
    for (Agenda agenda : agendas) {
      agenda.problems().forEach(CalendarFiles::say);
      for (Series series : agenda.todos()) {
        task(series, access).map(Change.Open::new).ifPresent(open::add);
      }
    }
    return open;
  }

  private Optional<Candidate> task(Series series, Access access) {
    try {
      return new Todo(series, access.now(), zone).candidate(NAME, key(series.any()));
    } catch (BrokenCalendarException broken) {
      say(broken.problem());
      return Optional.empty();
    }
  }

  /** Its UID, or a digest of that if it is no key, or of its title if it has none. */
  private static String key(Part part) {
    String uid = part.text(Property.UID).or(() -> part.text(Property.SUMMARY)).orElse("");
    return uid.matches(KEY) && part.has(Property.UID) ? uid : Digest.of(uid);
  }

  private static void say(Problem problem) {
    LOG.log(Level.WARNING, "a calendar file: {0}", problem);
  }
}
