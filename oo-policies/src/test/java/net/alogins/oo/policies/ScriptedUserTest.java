package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.testkit.ScriptedUser;
import org.junit.jupiter.api.Test;

class ScriptedUserTest {

  private static final int DECISIONS = 400;
  private static final int LAST = 100;
  private static final int FIRST = 20;

  @Test
  void the_standard_policy_discovers_the_habit() {
    double standard = mean(20, seed -> lastRate(seed, Policies.standard()));
    double uniform = mean(20, seed -> lastRate(seed, Policies.uniform()));
    System.out.printf(
        "scripted user, done-rate in the last %d of %d, 20 seeds: standard %.3f, uniform %.3f%n",
        LAST, DECISIONS, standard, uniform);

    assertThat(standard - uniform).isGreaterThanOrEqualTo(0.25);
  }

  @Test
  void the_first_day_is_no_worse_than_a_sorted_list() {
    int seeds = 50;
    double[] differences =
        IntStream.rangeClosed(1, seeds)
            .mapToDouble(
                seed -> firstRate(seed, Policies.standard()) - firstRate(seed, new SortedList()))
            .toArray();
    double mean =
        IntStream.range(0, seeds).mapToDouble(i -> differences[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, seeds)
                .mapToDouble(i -> (differences[i] - mean) * (differences[i] - mean))
                .sum()
            / (seeds - 1);
    double low = mean - 2.0096 * Math.sqrt(variance / seeds);
    System.out.printf(
        "scripted user, first %d against the sorted list, 50 seeds: %.3f, 95 %% from %.3f%n",
        FIRST, mean, low);

    assertThat(low).isGreaterThanOrEqualTo(-0.05);
  }

  private static double mean(int seeds, IntToDoubleFunction rate) {
    return IntStream.rangeClosed(1, seeds).mapToDouble(rate).average().orElseThrow();
  }

  private static double lastRate(int seed, Policy<?> policy) {
    return rate(ScriptedUser.live(seed, policy, DECISIONS).subList(DECISIONS - LAST, DECISIONS));
  }

  private static double firstRate(int seed, Policy<?> policy) {
    return rate(ScriptedUser.live(seed, policy, FIRST));
  }

  private static double rate(List<Boolean> done) {
    return done.stream().mapToInt(d -> d ? 1 : 0).average().orElseThrow();
  }
}
