package net.alogins.oo.llm;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;

/**
 * Suggestions that somebody could use.
 *
 * @param user whom they are for; the model is not told
 * @param situation what the model is told
 * @param titles the titles of the person's own tasks
 * @param allowed whether the person allows it, at this very moment
 */
record Wish(UserId user, Situation situation, List<String> titles, BooleanSupplier allowed) {

  /** What the tasks say, whatever their case and signs. */
  Set<String> essences() {
    return titles.stream().map(Wish::essence).collect(Collectors.toUnmodifiableSet());
  }

  private static String essence(String title) {
    return PlainText.essence(PlainText.line(title));
  }

  /** Whether {@code candidate} is none of the tasks. */
  static boolean isNew(Candidate candidate, Set<String> essences) {
    return !essences.contains(essence(candidate.title()));
  }

  void requireConsent() {
    if (!allowed.getAsBoolean()) {
      throw new Failure(Failure.Kind.CONSENT_WITHDRAWN);
    }
  }
}
