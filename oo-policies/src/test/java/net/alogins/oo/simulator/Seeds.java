package net.alogins.oo.simulator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;

/** The random streams of one life: each part has its own, so that none disturbs another. */
final class Seeds {

  private static final int FEWEST_PEOPLE = 3;
  private static final int MOST_PEOPLE = 6;

  private final long seed;
  private final SplittableRandom root;

  Seeds(long seed) {
    this.seed = seed;
    this.root = new SplittableRandom(seed);
  }

  long seed() {
    return seed;
  }

  SplittableRandom next() {
    return root.split();
  }

  /** Who lives. */
  List<UserId> people() {
    return IntStream.range(0, next().nextInt(FEWEST_PEOPLE, MOST_PEOPLE + 1))
        .mapToObj(i -> new UserId("user " + i))
        .toList();
  }
}
