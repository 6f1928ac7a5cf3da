package net.alogins.oo.benchmarks.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import net.alogins.oo.id.UserId;

/**
 * Some tips of which it is known what became, put before a judge one by one.
 *
 * @param hindsight what could be told of them then
 * @param allowed who allows it, at this very moment
 * @param judge whom they are put before
 */
record Hearing(Hindsight hindsight, Predicate<UserId> allowed, Judge judge) {

  /** From so many people on they are the groups that intervals are made of, and not days. */
  private static final int ENOUGH_PEOPLE = 10;

  /**
   * What came of it.
   *
   * @param ended how many tips there are of which it is known what became
   * @param forbidden how many of these are of people who do not allow it; nothing was sent of them
   * @param sampled how many were put before the judge
   * @param people of how many people the judged ones are
   * @param groups what intervals are made of: {@code person} or {@code day}
   * @param judge what the judge thought
   * @param policy what the policy had thought of the same tips
   * @param tally what it took
   */
  record Outcome(
      int ended,
      int forbidden,
      int sampled,
      long people,
      String groups,
      List<Verdicts.One> judge,
      List<Verdicts.One> policy,
      Tally tally) {}

  /** One that was judged. */
  private record Heard(Ended tip, Hindsight.Told told, double score) {

    Verdicts.One by(Function<Heard, String> group, double thought) {
      return new Verdicts.One(group.apply(this), thought, tip.reward(), tip.done());
    }

    String person() {
      return tip.user().value();
    }

    String day() {
      return Long.toString(told.day());
    }
  }

  /** Hears {@code most} of {@code all} at most, which {@code seed} chooses. */
  Outcome of(List<Ended> all, int most, long seed) {
    List<Ended> open = all.stream().filter(tip -> allowed.test(tip.user())).toList();
    List<Ended> sample = sample(open, most, seed);
    Tally tally = new Tally();
    List<Heard> heard = sample.stream().flatMap(tip -> hear(tip, tally).stream()).toList();
    long people = heard.stream().map(Heard::person).distinct().count();
    boolean isByPerson = people >= ENOUGH_PEOPLE;
    Function<Heard, String> group = isByPerson ? Heard::person : Heard::day;
    return new Outcome(
        all.size(),
        all.size() - open.size(),
        sample.size(),
        people,
        isByPerson ? "person" : "day",
        heard.stream().map(one -> one.by(group, one.score())).toList(),
        heard.stream().map(one -> one.by(group, one.told().score())).toList(),
        tally);
  }

  private Optional<Heard> hear(Ended tip, Tally tally) {
    Hindsight.Told told = hindsight.of(tip);
    Judge.Opinion opinion = judge.of(told.situation(), () -> allowed.test(tip.user()));
    tally.take(opinion);
    return opinion.score().stream().mapToObj(score -> new Heard(tip, told, score)).findFirst();
  }

  /** In the order of the log. */
  private static List<Ended> sample(List<Ended> open, int most, long seed) {
    List<Ended> shuffled = new ArrayList<>(open);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < Math.min(most, shuffled.size()); i++) {
      Collections.swap(shuffled, i, i + random.nextInt(shuffled.size() - i));
    }
    return shuffled.stream().limit(most).sorted(Comparator.comparingLong(Ended::seq)).toList();
  }
}
