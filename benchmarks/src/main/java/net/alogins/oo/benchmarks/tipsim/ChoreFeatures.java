package net.alogins.oo.benchmarks.tipsim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.policies.simulation.Chore;
import net.alogins.oo.policies.simulation.Moment;
import net.alogins.oo.policy.Cross;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Feature.CandidateEncoder;
import net.alogins.oo.policy.Features;

/**
 * What everybody may see of a chore and a moment, under the names of the standard features where
 * they mean the same: 110 columns that tell chores apart, and the hour and weekend by themselves.
 */
final class ChoreFeatures {

  private static final List<String> DUES = List.of("overdue", "today", "week", "later");
  private static final int[] DAYS_LEFT = {-1, 0, 4, 14};
  private static final int[] MINUTES = {5, 15, 30, 60, 120};

  private ChoreFeatures() {}

  static Features all() {
    return Features.of(
        List.of(
            Feature.ofContext("usual", List.of("always"), (context, row) -> row.mark(0)),
            Feature.ofContext(
                "hour",
                numbered(Moment.BUCKETS),
                (context, row) -> row.mark((int) number(context.attributes(), "bucket"))),
            Feature.ofContext(
                "day",
                List.of("weekend"),
                (context, row) -> row.set(0, number(context.attributes(), "weekend"))),
            Feature.ofContext(
                "recent",
                List.of("tip"),
                (context, row) -> row.set(0, number(context.attributes(), "recent"))),
            Feature.ofCandidate("kind", numbered(Chore.KINDS), column("kind")),
            Feature.ofCandidate("duration", numbered(Chore.DURATIONS), column("duration")),
            Feature.ofCandidate("priority", List.of("4", "3", "2", "1"), column("priority")),
            Feature.ofCandidate("due", DUES, column("due")),
            Feature.ofCandidate(
                "shown",
                List.of("before"),
                (context, candidate, row) -> row.set(0, number(candidate.attributes(), "shown")))),
        List.of(
            new Cross("hour", "kind"), new Cross("hour", "duration"), new Cross("day", "kind")));
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static CandidateEncoder column(String name) {
    return (context, candidate, row) -> row.mark((int) number(candidate.attributes(), name));
  }

  private static double number(Attributes attributes, String name) {
    return attributes.number(name).orElse(0);
  }

  /** What is known of a moment. */
  static Attributes of(Moment moment) {
    return Attributes.none()
        .and("bucket", moment.bucket())
        .and("weekend", moment.isWeekend() ? 1 : 0)
        .and("recent", moment.isRecent() ? 1 : 0);
  }

  /** A chore as a host would offer it; policies look at the attributes alone. */
  static Candidate candidate(String source, Chore chore, LocalDate today) {
    return Candidate.of(source, Integer.toString(chore.number()), "Chore of kind " + chore.kind())
        .kind("kind" + chore.kind())
        .minutes(MINUTES[chore.duration()])
        .priority(Chore.PRIORITIES - chore.priority())
        .due(today.plusDays(DAYS_LEFT[chore.due()]))
        .attributes(
            Attributes.none()
                .and("kind", chore.kind())
                .and("duration", chore.duration())
                .and("priority", chore.priority())
                .and("due", chore.due())
                .and("shown", chore.wasShown() ? 1 : 0));
  }
}
