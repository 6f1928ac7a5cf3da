package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.signal.ConnectorException;

/** What stands in one iCalendar file, which is named in whatever is said of it. */
final class CalendarFile {

  private static final Logger LOG = System.getLogger(CalendarFiles.class.getName());

  private final Path file;
  private final byte[] bytes;

  private CalendarFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * The text of {@code file}.
   *
   * @throws ConnectorException unavailable, if it cannot be read
   */
  static CalendarFile at(Path file) throws ConnectorException {
    try (InputStream in = Files.newInputStream(file)) {
      return new CalendarFile(file, in.readNBytes(Agenda.MOST_BYTES + 1));
    } catch (IOException unreadable) {
      throw ConnectorException.unavailable(file + " cannot be read", Optional.empty());
    }
  }

  int size() {
    return bytes.length;
  }

  String digest() {
    return Digest.of(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /**
   * What it says.
   *
   * @throws ConnectorException malformed, if it is no calendar
   */
  Agenda agenda(Instant now) throws ConnectorException {
    try {
      return Agenda.of(bytes, now);
    } catch (BrokenCalendarException broken) {
      throw ConnectorException.malformed(words(broken.problem()));
    }
  }

  private String words(Problem problem) {
    return file.getFileName() + ": " + problem;
  }

  /** Says what is wrong in it, and left out. */
  void say(Problem problem) {
    LOG.log(Level.WARNING, words(problem));
  }
}
