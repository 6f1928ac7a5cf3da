package net.alogins.oo.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.policy.Additive;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import org.junit.jupiter.api.Test;

/**
 * What every shared policy must do; extend it and name your policy.
 *
 * @param <S> the policy's state
 */
public abstract class SharedPolicyContract<S> extends PolicyContract<S> {

  /** Made by a subclass. */
  protected SharedPolicyContract() {}

  @Override
  protected abstract SharedPolicy<S> policy();

  @Override
  S nothing() {
    return policy().initial(SCHEMA, RANGE);
  }

  @Override
  S learn(S known, List<First> experiences) {
    return policy().learn(known, List.copyOf(experiences));
  }

  @Override
  @SuppressWarnings("unchecked") // a policy adds up its own state
  List<S> merged(S a, S b) {
    return policy() instanceof Additive<?> sums
        ? List.of(((Additive<S>) sums).merge(a, b))
        : List.of();
  }

  @Override
  Ranking rank(S known, Slate slate) {
    return policy().rank(known, slate, new SplittableRandom(1));
  }

  @Override
  List<Contribution> explain(S known, Slate slate, int index) {
    return policy().explain(known, slate, index);
  }

  @Override
  byte[] bytes(S known) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    policy().write(known, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Override
  S loaded(byte[] bytes) throws IOException {
    return policy().read(SCHEMA, RANGE, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void a_correction_equals_having_known_it_from_the_start() {
    List<First> firsts = new Worlds(9).experiences(20);
    First changed = new First(firsts.get(3).occasion(), new Reward(0.5));
    List<Experience> corrected = new ArrayList<>(firsts);
    corrected.add(new Corrected(firsts.get(3), Optional.of(changed.reward())));
    corrected.add(new Corrected(firsts.get(7), Optional.empty()));
    List<First> clean = new ArrayList<>(firsts);
    clean.set(3, changed);
    clean.remove(7);

    S after = policy().learn(nothing(), corrected);

    assertSameScores(after, learn(nothing(), clean), new Worlds(10).slate(10));
  }
}
