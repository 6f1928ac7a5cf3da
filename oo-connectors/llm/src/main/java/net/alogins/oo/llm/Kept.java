package net.alogins.oo.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.History;
import net.alogins.oo.context.Past;

/**
 * The latest generation, and the one before: what was shown of that is not gone because there is
 * something new.
 *
 * @param current the latest
 * @param previous the one before, if there was any
 */
record Kept(Generation current, Optional<Generation> previous) {

  /** How long a tip is open at the longest, if nobody has said otherwise. */
  private static final Duration LIFETIME = Duration.ofHours(4);

  boolean isFresh(String key, Instant notBefore) {
    return current.key().equals(key) && !current.at().isBefore(notBefore);
  }

  /**
   * The latest, and what may still be the open tip of the one before: so few decisions, if any,
   * have suggestions of two prompt versions to choose from.
   */
  List<Candidate> candidates(History history, Instant now) {
    Stream<Candidate> shown =
        previous.stream()
            .filter(generation -> now.isBefore(current.at().plus(LIFETIME)))
            .flatMap(generation -> generation.candidates().stream())
            .filter(candidate -> isOpen(history.of(candidate.id())));
    return Stream.concat(current.candidates().stream(), shown)
        .collect(
            Collectors.toMap(Candidate::id, c -> c, (first, again) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static boolean isOpen(Past past) {
    return past.shown() > 0 && past.doneAt().isEmpty() && past.dismissedAt().isEmpty();
  }
}
