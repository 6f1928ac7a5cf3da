package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.RewardRule;
import org.junit.jupiter.api.Test;

/** What every reward rule must do; extend it and name your rule. */
public abstract class RewardRuleContract {

  private static final List<Kind> KINDS = List.of(Kind.values());

  /** Made by a subclass. */
  protected RewardRuleContract() {}

  /** The rule under test. */
  protected abstract RewardRule rule();

  /** Everything that can be said to a tip, before and after its time is over. */
  private static List<Answers> everything() {
    List<Set<Kind>> sets = new ArrayList<>(List.of(Set.of()));
    for (Kind kind : KINDS) {
      for (Set<Kind> without : List.copyOf(sets)) {
        Set<Kind> with = EnumSet.of(kind);
        with.addAll(without);
        sets.add(with);
      }
    }
    return sets.stream()
        .flatMap(kinds -> Stream.of(new Answers(kinds, false), new Answers(kinds, true)))
        .toList();
  }

  @Test
  void every_reward_lies_within_the_range() {
    RewardRule rule = rule();

    assertThat(everything())
        .map(rule::reward)
        .filteredOn(Optional::isPresent)
        .map(reward -> reward.orElseThrow().value())
        .allMatch(value -> rule.range().least() <= value && value <= rule.range().most());
  }

  @Test
  void the_same_answers_earn_the_same_on_any_thread() {
    RewardRule rule = rule();
    List<Optional<Reward>> once = everything().stream().map(rule::reward).toList();

    assertThat(everything().parallelStream().map(rule::reward).toList()).isEqualTo(once);
    assertThat(everything().stream().map(rule()::reward).toList()).isEqualTo(once);
  }

  @Test
  void the_order_of_the_answers_earns_nothing() {
    RewardRule rule = rule();
    List<Kind> order = new ArrayList<>(KINDS);
    Optional<Reward> forwards = rule.reward(new Answers(new LinkedHashSet<>(order), true));

    Collections.reverse(order);

    assertThat(rule.reward(new Answers(new LinkedHashSet<>(order), true))).isEqualTo(forwards);
  }

  @Test
  void there_is_something_to_learn() {
    RewardRule rule = rule();

    assertThat(everything().stream().flatMap(said -> rule.reward(said).stream()).distinct())
        .hasSizeGreaterThan(1);
  }
}
