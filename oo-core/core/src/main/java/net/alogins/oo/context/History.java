package net.alogins.oo.context;

import java.util.Map;
import net.alogins.oo.id.CandidateId;

/**
 * What lately (within the amend horizon) happened between a person and each candidate.
 *
 * @param pasts by candidate; those without a past are absent
 */
public record History(Map<CandidateId, Past> pasts) {

  private static final History EMPTY = new History(Map.of());

  public History {
    pasts = Map.copyOf(pasts);
  }

  /** Nothing happened yet. */
  public static History empty() {
    return EMPTY;
  }

  /** What happened with {@code candidate}. */
  public Past of(CandidateId candidate) {
    return pasts.getOrDefault(candidate, Past.nothing());
  }
}
