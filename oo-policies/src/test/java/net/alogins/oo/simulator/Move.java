package net.alogins.oo.simulator;

import java.util.SplittableRandom;

/** What happens next, and how often. */
enum Move {
  ASK(200),
  ARRIVE(330),
  BEHIND_THE_PATH(90),
  LOOK(30),
  CONSENT(30),
  PREFER(15),
  CHORES(60),
  FOREIGN_TIP(15),
  FLOOD(1),
  JUMP(25),
  SET_BACK(8),
  ARM(14),
  REBUILD(2),
  REPLAY(8),
  REDRIVE(8),
  RESTART(2),
  CLOSE(1),
  CHECK(2);

  private static final int SUM = sum();

  private final int weight;

  Move(int weight) {
    this.weight = weight;
  }

  private static int sum() {
    int sum = 0;
    for (Move move : values()) {
      sum += move.weight;
    }
    return sum;
  }

  static Move any(SplittableRandom random) {
    int dice = random.nextInt(SUM);
    for (Move move : values()) {
      dice -= move.weight;
      if (dice < 0) {
        return move;
      }
    }
    throw new IllegalStateException("the weights must add up");
  }
}
