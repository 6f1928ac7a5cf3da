package net.alogins.oo.candidate;

import java.time.Duration;
import java.util.List;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;
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

  /**
   * Whether it may remove anything at all in {@code context}: if not, it is not asked about any
   * candidate. It must not throw.
   */
  default boolean isNeeded(Context context) {
    return true;
  }

  /** The filters that are always there: snoozed, cooling down, recently done, not consented. */
  static List<CandidateFilter> standard() {
    return List.of(snoozed(), coolingDown(Duration.ofHours(24)), recentlyDone(), consented());
  }

  /** Removes what the person put off until later. */
  static CandidateFilter snoozed() {
    return new Resting("snoozed", Past::snoozedUntil, Duration.ZERO);
  }

  /** Removes what the person refused less than {@code rest} ago. */
  static CandidateFilter coolingDown(Duration rest) {
    return new Resting("cooling-down", Past::dismissedAt, rest);
  }

  /** Removes what the person did less than 20 hours ago, so that a daily thing comes back. */
  static CandidateFilter recentlyDone() {
    return new Resting("recently-done", Past::doneAt, Duration.ofHours(20));
  }

  /** Removes what a language model wrote for a person who did not allow it. */
  static CandidateFilter consented() {
    return new NamedFilter(
        "no-consent",
        (candidate, context) ->
            candidate.provenance() instanceof Provenance.Listed
                || context.consents().allow(Purpose.LLM));
  }
}
