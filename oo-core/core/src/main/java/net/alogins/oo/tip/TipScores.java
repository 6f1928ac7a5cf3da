package net.alogins.oo.tip;

import java.util.List;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * Where every score is kept for whoever compares policies and prompts: a projection of the log,
 * written behind the path; bound to one tenant when it is made. Calls may come from any thread.
 */
public interface TipScores {

  /** Keeps {@code scores}; a row of the same tip, policy and candidate is kept once. */
  void write(UserId user, List<TipScore> scores);

  /** Every score of {@code user}'s {@code tip}, by policy, in the order of the slate. */
  List<TipScore> of(UserId user, TipId tip);

  /** Forgets every score of {@code user}'s {@code tip}. */
  void forget(UserId user, TipId tip);
}
