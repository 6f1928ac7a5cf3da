package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What every policy must do, whatever its kind; a test extends {@link SharedPolicyContract} or
 * {@link PersonalPolicyContract}.
 *
 * @param <M> everything that a policy of that kind has learned
 */
public abstract class PolicyContract<M> {

  static final FeatureSchema SCHEMA = Features.standard().schema();
  static final RewardRange RANGE = new RewardRange(-0.4, 1);

  PolicyContract() {}

  /** The policy under test. */
  protected abstract Policy<?> policy();

  abstract M nothing();

  /** What is known after {@code experiences}, learned as one batch. */
  abstract M learn(M known, List<First> experiences);

  /** The one that has learned what each of two has learned, if the policy can say. */
  abstract List<M> merged(M a, M b);

  abstract Ranking rank(M known, Slate slate);

  abstract List<Contribution> explain(M known, Slate slate, int index);

  abstract byte[] bytes(M known) throws IOException;

  abstract M loaded(byte[] bytes) throws IOException;

  final M learned(long seed, int count) {
    return learn(nothing(), new Worlds(seed).experiences(count));
  }

  final void assertSameScores(M a, M b, Slate slate) {
    Ranking one = rank(a, slate);
    Ranking other = rank(b, slate);
    for (int i = 0; i < slate.size(); i++) {
      assertThat(one.scores().get(i)).isCloseTo(other.scores().get(i), Offset.offset(1e-9));
    }
  }

  @Test
  void it_has_a_name() {
    assertThat(policy().name()).isNotBlank().isEqualTo(policy().name());
  }

  @Test
  void it_ranks_slates_of_any_size() {
    M known = learned(1, 20);
    for (int size : new int[] {1, 2, 10, 10_000}) {
      assertThat(rank(known, new Worlds(2).slate(size)).size()).isEqualTo(size);
      assertThat(rank(nothing(), new Worlds(2).slate(size)).size()).isEqualTo(size);
    }
  }

  @Test
  void probabilities_sum_to_one() {
    M known = learned(1, 20);
    for (int size : new int[] {1, 2, 10, 1_000, 10_000}) {
      Ranking ranking = rank(known, new Worlds(17).slate(size));
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += ranking.propensities().get(i);
      }
      assertThat(sum).isCloseTo(1, Offset.offset(1e-12));
    }
  }

  @Test
  void numbers_at_the_ends_of_their_range_leave_it_able_to_rank_and_to_learn() {
    Worlds worlds = new Worlds(18);
    List<First> extreme = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Occasion occasion = new Occasion(worlds.extremeSlate(4).only(i % 4), 0.25);
      extreme.add(new First(occasion, new Reward(i % 2 == 0 ? RANGE.least() : RANGE.most())));
    }

    M known = learn(learn(nothing(), extreme), worlds.experiences(10));

    assertThat(rank(known, worlds.slate(10)).size()).isEqualTo(10);
    assertThat(rank(known, worlds.extremeSlate(10)).size()).isEqualTo(10);
    assertThat(rank(learned(19, 20), worlds.extremeSlate(10)).size()).isEqualTo(10);
  }

  @Test
  void the_same_question_gets_the_same_bits() {
    M known = learned(1, 20);
    for (int size : new int[] {1, 10, 1_000}) {
      Slate slate = new Worlds(3).slate(size);
      assertThat(rank(known, slate)).isEqualTo(rank(known, slate));
    }
  }

  @Test
  void batches_do_not_show_in_what_is_learned() throws IOException {
    List<First> all = new Worlds(4).experiences(30);
    M whole = learn(nothing(), all);
    M halves = learn(learn(nothing(), all.subList(0, 11)), all.subList(11, 30));
    M singles = nothing();
    for (First one : all) {
      singles = learn(singles, List.of(one));
    }

    assertThat(bytes(halves)).isEqualTo(bytes(whole));
    assertThat(bytes(singles)).isEqualTo(bytes(whole));
    assertThat(bytes(learn(whole, List.of()))).isEqualTo(bytes(whole));
  }

  @Test
  void learning_leaves_what_was_known_as_it_was() throws IOException {
    M before = learned(5, 5);
    byte[] bytes = bytes(before);
    Slate slate = new Worlds(6).slate(10);
    Ranking ranking = rank(before, slate);

    learn(before, new Worlds(7).experiences(5));

    assertThat(bytes(before)).isEqualTo(bytes);
    assertThat(rank(before, slate)).isEqualTo(ranking);
  }

  @Test
  void what_was_saved_goes_on_bit_for_bit() throws IOException {
    M known = learned(8, 20);
    M loaded = loaded(bytes(known));
    List<First> more = new Worlds(9).experiences(10);
    Slate slate = new Worlds(10).slate(10);

    assertThat(rank(loaded, slate)).isEqualTo(rank(known, slate));
    assertThat(bytes(learn(loaded, more))).isEqualTo(bytes(learn(known, more)));
    assertThat(bytes(loaded(bytes(nothing())))).isEqualTo(bytes(nothing()));
  }

  @Test
  void the_same_lesson_over_and_over_stays_finite() {
    First one = new Worlds(11).experiences(1).get(0);
    List<First> same = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      same.add(new First(one.occasion(), new Reward(i % 2 == 0 ? RANGE.least() : RANGE.most())));
    }

    assertThat(rank(learn(nothing(), same), new Worlds(12).slate(100)).size()).isEqualTo(100);
  }

  @Test
  void two_that_learned_apart_add_up() {
    List<First> all = new Worlds(13).experiences(40);
    List<First> some = all.stream().filter(PolicyContract::isOfTheFirst).toList();
    List<First> others = all.stream().filter(one -> !isOfTheFirst(one)).toList();
    M whole = learn(nothing(), all);

    for (M sum : merged(learn(nothing(), some), learn(nothing(), others))) {
      assertSameScores(sum, whole, new Worlds(14).slate(10));
    }
  }

  private static boolean isOfTheFirst(First experience) {
    return experience.occasion().chosen().user().value().compareTo("user-2") < 0;
  }

  @Test
  void it_explains_in_columns_of_the_schema() {
    M known = learned(15, 20);
    Slate slate = new Worlds(16).slate(5);
    for (int i = 0; i < slate.size(); i++) {
      assertThat(explain(known, slate, i))
          .extracting(Contribution::feature)
          .isSubsetOf(SCHEMA.columns())
          .doesNotHaveDuplicates();
      assertThat(explain(known, slate, i))
          .extracting(Contribution::amount)
          .allMatch(Double::isFinite);
    }
  }
}
