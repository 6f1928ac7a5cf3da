package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;
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

  /** The most bytes of all files. */
  static final int MOST_BYTES = 4 * Agenda.MOST_BYTES;

  private static final String KEY = "[!-~]{1,200}";

  private final Path path;
  private final BusyTimes busy;
  private final Function<UserId, ZoneId> zones;

  private CalendarFiles(Path path, BusyTimes busy, Function<UserId, ZoneId> zones) {
    this.path = path;
    this.busy = busy;
    this.zones = zones;
  }

  /**
   * The file at {@code path}, or the {@code .ics} files in that folder.
   *
   * @throws IllegalArgumentException if there is neither that can be read
   */
  public static CalendarFiles at(Path path) {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "calendar must be an .ics file, or a folder of them, that can be read but was " + path);
    }
    return new CalendarFiles(path, new BusyTimes(), any -> ZoneId.systemDefault());
  }

  /** The same, which says here when somebody is busy. */
  public CalendarFiles busy(BusyTimes newBusy) {
    return new CalendarFiles(path, newBusy, zones);
  }

  /** The same for people in these zones; the system's by default. */
  public CalendarFiles zones(Function<UserId, ZoneId> newZones) {
    return new CalendarFiles(path, busy, newZones);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Which files of this machine are read is not for everybody to say. */
  @Override
  public boolean isOffered() {
    return false;
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since) throws ConnectorException {
    List<CalendarFile> texts = read();
    Cursor now = cursor(texts, access);
    boolean isKnown = busy.isFresh(access.user(), access.connection(), access.now());
    if (isKnown && since.equals(Optional.of(now))) {
      return Fetch.changes(List.of()).then(now);
    }
    Taking taken = new Taking(access);
    for (CalendarFile text : texts) {
      taken.take(text);
    }
    busy.tell(access.user(), access.connection(), access.now(), taken.times);
    if (taken.open.size() > Fetch.MOST_CHANGES) {
      throw ConnectorException.malformed(
          path + " must have at most " + Fetch.MOST_CHANGES + " open tasks");
    }
    return Fetch.everything(taken.open).then(now);
  }

  private List<CalendarFile> read() throws ConnectorException {
    List<CalendarFile> read = new ArrayList<>();
    long bytes = 0;
    for (Path file : files()) {
      CalendarFile text = CalendarFile.at(file);
      bytes += text.size();
      if (bytes > MOST_BYTES) {
        throw ConnectorException.malformed(
            path + " must have at most " + MOST_BYTES + " bytes in all files");
      }
      read.add(text);
    }
    return read;
  }

  private List<Path> files() throws ConnectorException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".ics")).sorted().toList();
      if (files.size() > MOST_FILES) {
        throw ConnectorException.malformed(
            path + " must have at most " + MOST_FILES + " .ics files but had " + files.size());
      }
      return files;
    } catch (IOException | UncheckedIOException unreadable) {
      throw ConnectorException.unavailable(path + " cannot be read", Optional.empty());
    }
  }

  private Cursor cursor(List<CalendarFile> texts, Access access) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.digest()));
    return new Cursor(
        access.now().atZone(zone(access)).toLocalDate() + " " + Digest.of(all.toString()));
  }

  private ZoneId zone(Access access) {
    return zones.apply(access.user());
  }

  /** What all files say to one person. */
  private final class Taking {

    private final Access access;
    private final ZoneId zone;
    private final Window window;
    private final List<Interval> times = new ArrayList<>();
    private final List<Change> open = new ArrayList<>();

    Taking(Access access) {
      this.access = access;
      this.zone = zone(access);
      this.window = Window.around(access.now(), BusyTimes.FRESH, BusyTimes.AHEAD, zone);
    }

    void take(CalendarFile text) throws ConnectorException {
      Agenda agenda = text.agenda(access.now());
      agenda.problems().forEach(text::say);
      times.addAll(agenda.busy(window, text::say));
      for (Series series : agenda.todos()) {
        task(series, text).map(Change.Open::new).ifPresent(open::add);
      }
    }

    private Optional<Candidate> task(Series series, CalendarFile text) {
      try {
        return new Todo(series, access.now(), zone).candidate(NAME, key(series.any()));
      } catch (BrokenCalendarException broken) {
        text.say(broken.problem());
        return Optional.empty();
      }
    }
  }

  /** Its UID, or a digest of that if it is no key, or of its title if it has none. */
  private static String key(Part part) {
    String uid = part.text(Property.UID).or(() -> part.text(Property.SUMMARY)).orElse("");
    return uid.matches(KEY) && part.has(Property.UID) ? uid : Digest.of(uid);
  }
}
