package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Somebody else's reading of what stands in for all that come after, recurring-ical-events. */
class FuturePeerTest {

  private static final int SERIES = 100;
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-10-01T00:00:00");
  private static final LocalDateTime END = LocalDateTime.parse("2027-05-01T00:00:00");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney");

  private final Random random = new Random(55);

  @Test
  void of_series_that_are_moved_it_says_the_same() throws Exception {
    List<String> differences = new ArrayList<>();
    int times = 0;
    try (PythonPeer peer = PythonPeer.start("futures.py")) {
      for (int i = 0; i < SERIES; i++) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        byte[] text = series(zone);
        String calendar = new String(text, StandardCharsets.UTF_8);
        Window window = new Window(BEGIN.atZone(zone), END.atZone(zone));
        String ours = ours(text, window);
        String theirs =
            peer.ask(
                "{\"calendar\":\"%s\",\"begin\":%d,\"end\":%d}"
                    .formatted(
                        calendar.replace("\r\n", "\\r\\n"),
                        window.from().toEpochSecond(),
                        window.to().toEpochSecond()));
        times += ours.split(" ", -1).length;
        if (!ours.equals(theirs)) {
          differences.add(calendar + "\n" + ours + "\n" + theirs);
        }
      }
    }
    System.out.printf(
        "%d times of %d series that are moved, different: %d%n", times, SERIES, differences.size());

    assertThat(differences).isEmpty();
  }

  private static String ours(byte[] text, Window window) throws Exception {
    return Ics.read(text)
        .busy(
            window,
            problem -> {
              throw new AssertionError(problem);
            })
        .stream()
        .filter(time -> !time.from().isBefore(window.from().toInstant()))
        .sorted(Comparator.comparing(Interval::from).thenComparing(Interval::to))
        .map(time -> time.from().getEpochSecond() + "-" + time.to().getEpochSecond())
        .collect(Collectors.joining(" "));
  }

  private byte[] series(ZoneId zone) {
    LocalDateTime start = BEGIN.minusDays(random.nextInt(100)).plusHours(6 + random.nextInt(6));
    int step = random.nextBoolean() ? 1 : 7;
    String rule = "RRULE:FREQ=" + (step == 1 ? "DAILY" : "WEEKLY");
    List<String[]> all = new ArrayList<>();
    all.add(Ics.lines("VEVENT", at("DTSTART", zone, start), "DURATION:PT30M", rule));
    int occurrence = 5;
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      occurrence += 1 + random.nextInt(20);
      LocalDateTime id = start.plusDays((long) occurrence * step);
      LocalDateTime moved = id.plusMinutes(15L * (random.nextInt(40) - 20));
      String range = random.nextInt(4) == 0 ? "" : ";RANGE=THISANDFUTURE";
      all.add(
          Ics.lines(
              "VEVENT",
              at("RECURRENCE-ID" + range, zone, id),
              at("DTSTART", zone, moved),
              "DURATION:PT" + (10 + random.nextInt(80)) + "M"));
    }
    return Ics.all(all.toArray(String[][]::new));
  }

  private static String at(String property, ZoneId zone, LocalDateTime time) {
    return property + ";TZID=" + zone + ":" + AT.format(time);
  }
}
