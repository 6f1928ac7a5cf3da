package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder of real iCalendar files, good and broken; {@code -Doo.calendars} names it. */
class SharedCalendarsTest {

  private static final String FOLDER = System.getProperty("oo.calendars", "");

  @BeforeEach
  void there_is_a_folder() {
    assumeTrue(!FOLDER.isEmpty(), "no real calendars to read: -Doo.calendars names their folder");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".ics")).sorted().toList();
    }
  }

  @Test
  void every_file_is_read_with_its_problems() throws Exception {
    for (Path file : files()) {
      Agenda agenda = Agenda.of(Files.readAllBytes(file), Ics.NOW);
      System.out.printf(
          "%s: %d components, %d problems %s%n",
          file.getFileName(),
          agenda.parts().size(),
          agenda.problems().size(),
          agenda.problems().stream().map(Problem::toString).distinct().limit(3).toList());
      assertThat(agenda.parts()).as(file.toString()).isNotEmpty();
    }
  }

  @Test
  void every_event_is_busy_somewhen_or_transparent() throws Exception {
    for (Path file : files()) {
      Agenda agenda = Agenda.of(Files.readAllBytes(file), Ics.NOW);
      int busy = 0;
      for (Series series : agenda.events()) {
        for (int year = 2004; year < 2030; year++) {
          Instant begin = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
          Window window = Window.around(begin, Duration.ZERO, Duration.ofDays(366), Ics.BERLIN);
          busy += Event.busy(series, window).size();
        }
      }
      System.out.printf(
          "%s: %d events, busy %d times%n", file.getFileName(), agenda.events().size(), busy);
    }
  }
}
