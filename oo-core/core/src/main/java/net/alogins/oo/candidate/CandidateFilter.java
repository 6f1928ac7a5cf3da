package net.alogins.oo.candidate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.context.Context;
import net.alogins.oo.profile.Purpose;

/**
 * A reason not to suggest a candidate now. A pure function of its arguments, called from any
 * thread; the decision records what it removed. One that throws removes the candidate.
 */
public interface CandidateFilter {

  /** The name that a decision records beside what this filter removed. */
  String name();

  /** Whether {@code candidate} may be suggested in {@code context}. */
  boolean keeps(Candidate candidate, Context context);

  /** The filters that are always there: snoozed, cooling down, recently done, not consented. */
  static List<CandidateFilter> standard() {
    return List.of(snoozed(), coolingDown(Duration.ofHours(24)), recentlyDone(), consented());
  }

  /** Removes what the person put off until later. */
  static CandidateFilter snoozed() {
    return new NamedFilter(
        "snoozed",
        (candidate, context) -> {
          Optional<Instant> until = context.history().of(candidate.id()).snoozedUntil();
          return until.isEmpty() || !context.now().isBefore(until.get());
        });
  }

  /** Removes what the person refused less than {@code rest} ago. */
  static CandidateFilter coolingDown(Duration rest) {
    return new NamedFilter(
        "cooling-down",
        (candidate, context) ->
            isOver(context, context.history().of(candidate.id()).dismissedAt(), rest));
  }

  /** Removes what the person did less than 20 hours ago, so that a daily thing comes back. */
  static CandidateFilter recentlyDone() {
    Duration rest = Duration.ofHours(20);
    return new NamedFilter(
        "recently-done",
        (candidate, context) ->
            isOver(context, context.history().of(candidate.id()).doneAt(), rest));
  }

  /** Removes what a language model wrote for a person who did not allow it. */
  static CandidateFilter consented() {
    return new NamedFilter(
        "no-consent",
        (candidate, context) ->
            candidate.provenance() instanceof Provenance.Listed
                || context.consents().allow(Purpose.LLM));
  }

  private static boolean isOver(Context context, Optional<Instant> since, Duration rest) {
    return since.isEmpty() || !context.now().isBefore(since.get().plus(rest));
  }
}
