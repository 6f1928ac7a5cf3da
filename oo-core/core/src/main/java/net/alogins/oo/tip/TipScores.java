package net.alogins.oo.tip;

import java.util.List;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * Where every score is kept for whoever compares policies and prompts: a projection of the log,
 * written behind the path; bound to one tenant when it is made. Calls may come from any thread.
 */
public interface TipScores {

  /**
   * Keeps what one policy thought of the slate of one tip; when it is written again, the first
   * stands.
   *
   * @param scores one for each candidate in the order of the slate, all of the same tip and policy;
   *     the list must not change any more
   */
  void write(UserId user, List<TipScore> scores);

  /** Every score of {@code user}'s {@code tip}, by policy, in the order of the slate. */
  List<TipScore> of(UserId user, TipId tip);

  /** Forgets every score of {@code user}'s {@code tip}. */
  void forget(UserId user, TipId tip);
}
