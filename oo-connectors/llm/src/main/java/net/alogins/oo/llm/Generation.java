package net.alogins.oo.llm;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.candidate.Candidate;

/**
 * What came of one question to a model.
 *
 * @param key what it was made from
 * @param at when
 * @param arm the prompt version it was made with
 * @param candidates what is left of the answer
 */
record Generation(String key, Instant at, Arm arm, List<Candidate> candidates) {

  Generation {
    candidates = List.copyOf(candidates);
  }
}
