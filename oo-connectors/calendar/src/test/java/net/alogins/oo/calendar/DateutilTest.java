package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody else's reading of recurrences, dateutil, says the same of many rules. */
@Timeout(60)
class DateutilTest {

  private static final int RULES = 400;
  private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-10-01T00:00:00");
  private static final LocalDateTime END = LocalDateTime.parse("2027-05-01T00:00:00");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final List<ZoneId> ZONES =
      Stream.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC")
          .map(ZoneId::of)
          .toList();

  private final Random random = new Random(37);

  @Test
  void of_rules_in_every_frequency_it_says_the_same() throws Exception {
    List<String> differences = new ArrayList<>();
    int starts = 0;
    try (PythonPeer peer = PythonPeer.start("starts.py")) {
      for (int i = 0; i < RULES; i++) {
        String rule = rule();
        LocalDateTime start =
            BEGIN.minusDays(random.nextInt(900)).plusMinutes(15L * random.nextInt(96));
        ZoneId zone = rule.contains("HOURLY") ? UTC : ZONES.get(random.nextInt(ZONES.size()));
        String asked =
            String.join(
                "|", rule, start.toString(), zone.toString(), BEGIN.toString(), END.toString());
        List<Long> theirs = numbers(peer.ask(asked));
        List<Long> ours = ours(rule, start, zone);
        Long first = start.atZone(zone).toEpochSecond();
        theirs.remove(first);
        ours.remove(first);
        starts += ours.size();
        if (!ours.equals(theirs)) {
          differences.add(
              rule + " from " + start + " in " + zone + ": " + ours.size() + " " + theirs.size());
        }
      }
    }
    System.out.println(starts + " starts of " + RULES + " rules, different: " + differences);

    assertThat(differences).isEmpty();
  }

  private static List<Long> numbers(String line) throws IOException {
    return Stream.of(line.split(" ", -1))
        .filter(text -> !text.isEmpty())
        .map(Long::valueOf)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<Long> ours(String rule, LocalDateTime start, ZoneId zone) throws Exception {
    String at = start.toString().replaceAll("[-:]", "") + (start.getSecond() == 0 ? "00" : "");
    byte[] text = Ics.event("DTSTART;TZID=" + zone + ":" + at, "RRULE:" + rule);
    return Ics.read(text)
        .events()
        .get(0)
        .occurrences(Property.DTSTART, new Window(BEGIN.atZone(zone), END.atZone(zone)))
        .stream()
        .map(one -> one.at().toEpochSecond())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String rule() {
    String frequency =
        List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY").get(random.nextInt(5));
    List<String> parts = new ArrayList<>(List.of("FREQ=" + frequency));
    if (random.nextInt(3) == 0) {
      parts.add("INTERVAL=" + (1 + random.nextInt(5)));
    }
    if (random.nextInt(4) == 0) {
      parts.add("COUNT=" + (1 + random.nextInt(400)));
    }
    if (random.nextInt(2) == 0) {
      parts.add(days(frequency));
    }
    if (random.nextInt(4) == 0) {
      parts.add("BYMONTH=" + some(12));
    }
    if (random.nextInt(5) == 0 && !frequency.equals("WEEKLY")) {
      parts.add("BYMONTHDAY=" + some(31) + (random.nextBoolean() ? ",-1" : ""));
    }
    if (random.nextInt(6) == 0 && !frequency.equals("HOURLY")) {
      parts.add("BYHOUR=" + some(23));
    }
    if (random.nextInt(4) == 0) {
      parts.add("WKST=" + DAYS.get(random.nextInt(7)));
    }
    boolean isPlain = parts.stream().noneMatch(part -> part.startsWith("BYMONTHDAY"));
    boolean hasDays = parts.stream().anyMatch(part -> part.startsWith("BYDAY"));
    if (random.nextInt(3) == 0 && hasDays && isPlain && frequency.equals("MONTHLY")) {
      parts.add("BYSETPOS=" + List.of("1", "-1").get(random.nextInt(2)));
    }
    return String.join(";", parts);
  }

  private String days(String frequency) {
    boolean isNumbered = frequency.equals("MONTHLY") && random.nextBoolean();
    return "BYDAY="
        + IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(
                i ->
                    (isNumbered ? List.of("1", "2", "-1").get(random.nextInt(3)) : "")
                        + DAYS.get(random.nextInt(7)))
            .distinct()
            .collect(Collectors.joining(","));
  }

  private String some(int most) {
    return IntStream.range(0, 1 + random.nextInt(3))
        .mapToObj(i -> "" + (1 + random.nextInt(most)))
        .distinct()
        .collect(Collectors.joining(","));
  }
}
