package net.alogins.oo.llm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.History;

/**
 * The latest generation, and the one before: what was shown of that is not gone because there is
 * something new.
 *
 * @param current the latest
 * @param previous the one before, if there was any
 */
record Kept(Generation current, Optional<Generation> previous) {

  boolean isFresh(String key, Instant notBefore) {
    return current.key().equals(key) && !current.at().isBefore(notBefore);
  }

  /** The latest, and what was lately shown of the one before. */
  List<Candidate> candidates(History history) {
    Stream<Candidate> shown =
        previous.stream()
            .flatMap(generation -> generation.candidates().stream())
            .filter(candidate -> history.of(candidate.id()).shown() > 0);
    return Stream.concat(current.candidates().stream(), shown)
        .collect(
            Collectors.toMap(Candidate::id, c -> c, (first, again) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
