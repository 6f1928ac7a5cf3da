package net.alogins.oo.policies.simulation;

import java.util.List;

/**
 * What a player came to in a world.
 *
 * @param days the score of each day
 * @param joined the score of those who joined later, over their tips 0-4, 5-19, 20-59, and the rest
 * @param began the score over everybody's first twenty tips
 * @param best how often the best chore was chosen
 * @param done how many tips were done
 * @param dismissed how many were dismissed
 */
public record Result(
    List<Score> days, List<Score> joined, Score began, long best, long done, long dismissed) {

  public Result {
    days = List.copyOf(days);
    joined = List.copyOf(joined);
  }

  /** The score of all days. */
  public Score all() {
    return sum(0, days.size());
  }

  /** The score of the first days. */
  public Score first(int count) {
    return sum(0, Math.min(count, days.size()));
  }

  /** The score of the last days. */
  public Score last(int count) {
    return sum(Math.max(0, days.size() - count), days.size());
  }

  private Score sum(int from, int to) {
    return days.subList(from, to).stream().reduce(Score.NOTHING, Score::plus);
  }

  /**
   * The closed-loop norm: 0 for a player who chooses by chance, 1 for one who knows everything,
   * each in the world that it makes.
   */
  public double closedLoop(Result chance, Result oracle) {
    double zero = chance.all().mean();
    return (all().mean() - zero) / (oracle.all().mean() - zero);
  }
}
