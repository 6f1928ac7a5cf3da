package net.alogins.oo.policy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;

/**
 * The features that fit any list of tasks: time of day and weekday; source, kind, age, due
 * distance, priority, duration; and how often a candidate was lately shown, snoozed, dismissed.
 *
 * <p>Open vocabularies (source, kind) are hashed into a few columns. Counts and ages are squashed
 * into [0, 1), so that all columns are of one scale.
 */
final class StandardFeatures {

  static final String HOUR = "hour";
  static final String DAY = "day";
  static final String KIND = "kind";
  static final String DURATION = "duration";

  /** Night is from 22 to 6; it has the first column. */
  private static final int[] HOUR_ENDS = {6, 9, 12, 14, 18, 22};

  private static final int[] MINUTE_ENDS = {16, 61, 181};
  private static final Features ALL = Features.of(features(), crosses());

  private StandardFeatures() {}

  static Features all() {
    return ALL;
  }

  private static List<Feature> features() {
    return List.of(
        Feature.ofContext("usual", List.of("always"), (context, row) -> row.mark(0)),
        Feature.ofContext(
            HOUR,
            List.of("night", "early", "morning", "noon", "afternoon", "evening"),
            (context, row) -> row.mark(bucket(context.localTime().getHour(), HOUR_ENDS) % 6)),
        Feature.ofContext(
            DAY,
            List.of("weekday", "weekend"),
            (context, row) -> row.mark(context.localTime().getDayOfWeek().getValue() / 6)),
        Feature.ofContext("free", List.of("hours"), StandardFeatures::free),
        Feature.ofCandidate(
            "source",
            List.of("0", "1", "2", "3"),
            (c, k, row) -> row.mark(hash(k.id().source(), 4))),
        Feature.ofCandidate(
            KIND,
            List.of("0", "1", "2", "3", "4", "5", "6", "7"),
            (c, k, row) -> row.mark(hash(k.kind(), 8))),
        Feature.ofCandidate(
            DURATION,
            List.of("short", "medium", "long", "verylong", "unknown"),
            (c, k, row) -> row.mark(duration(k.minutes()))),
        Feature.ofCandidate(
            "priority",
            List.of("1", "2", "3", "4", "none"),
            (c, k, row) -> row.mark(k.priority().orElse(5) - 1)),
        Feature.ofCandidate(
            "due",
            List.of("overdue", "today", "week", "later", "none"),
            (c, k, row) -> row.mark(due(c, k.due()))),
        Feature.ofCandidate("age", List.of("weeks"), StandardFeatures::age),
        lately("shown", Past::shown, 3),
        lately("snoozed", Past::snoozed, 1),
        lately("dismissed", Past::dismissed, 1));
  }

  private static Feature lately(String name, ToIntFunction<Past> times, double middle) {
    return Feature.ofCandidate(
        name,
        List.of("lately"),
        (c, k, row) -> row.set(0, squash(times.applyAsInt(c.history().of(k.id())), middle)));
  }

  private static List<Cross> crosses() {
    return List.of(new Cross(HOUR, KIND), new Cross(HOUR, DURATION), new Cross(DAY, KIND));
  }

  /** How many of {@code ends} are reached. */
  private static int bucket(int value, int... ends) {
    int bucket = 0;
    while (bucket < ends.length && value >= ends[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private static void free(Context context, Row row) {
    double minutes = context.attributes().number(Attributes.MINUTES_FREE).orElse(0);
    row.set(0, squash(StrictMath.max(0, minutes), 60));
  }

  private static int duration(OptionalInt minutes) {
    return minutes.isEmpty() ? 4 : bucket(minutes.getAsInt(), MINUTE_ENDS);
  }

  private static int due(Context context, Optional<LocalDate> due) {
    if (due.isEmpty()) {
      return 4;
    }
    long days = -daysSince(due.get(), context);
    return days < 0 ? 0 : days == 0 ? 1 : days <= 7 ? 2 : 3;
  }

  private static void age(Context context, Candidate candidate, Row row) {
    candidate
        .created()
        .ifPresent(day -> row.set(0, squash((double) Math.max(0, daysSince(day, context)), 7)));
  }

  private static long daysSince(LocalDate day, Context context) {
    return ChronoUnit.DAYS.between(day, context.localTime().toLocalDate());
  }

  /** 0 at 0, one half at {@code middle}, towards 1. */
  private static double squash(double value, double middle) {
    return value / (value + middle);
  }

  private static int hash(String word, int buckets) {
    CRC32 crc = new CRC32();
    crc.update(word.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % buckets);
  }
}
