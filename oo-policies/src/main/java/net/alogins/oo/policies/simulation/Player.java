package net.alogins.oo.policies.simulation;

import java.util.List;

/** Somebody who gives tips in a world, and may learn from what comes of them. */
public interface Player {

  /**
   * A tip that was given.
   *
   * @param number which one, from 0 on
   * @param person whom
   * @param moment when
   * @param chore what, as it was then
   */
  record Tip(long number, int person, Moment moment, Chore chore) {}

  /**
   * Chooses one of {@code chores}, by its index.
   *
   * @param number of the tip that it will be
   */
  int choose(long number, int person, Moment moment, List<Chore> chores);

  /** Hears what came of a tip, {@code hours} after the world began. */
  void hear(Tip tip, Outcome outcome, double hours);
}
