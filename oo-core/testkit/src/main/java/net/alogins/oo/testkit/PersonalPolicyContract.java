package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Additive;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.policy.Whitened;
import org.junit.jupiter.api.Test;

/**
 * What every personal policy must do; extend it and name your policy.
 *
 * @param <S> the policy's shared state
 * @param <U> a person's own state
 */
public abstract class PersonalPolicyContract<S, U>
    extends PolicyContract<PersonalPolicyContract.Learned<S, U>> {

  private static final UserId SOMEBODY = new UserId("user-3");

  /**
   * What was learned of everybody and of each.
   *
   * @param shared the shared state
   * @param owns the own states by the person's id
   * @param <S> the shared state
   * @param <U> an own state
   */
  record Learned<S, U>(S shared, Map<String, U> owns) {}

  /** Made by a subclass. */
  protected PersonalPolicyContract() {}

  @Override
  protected abstract PersonalPolicy<S, U> policy();

  private U newcomer() {
    return policy().newcomer(SCHEMA, RANGE);
  }

  private static UserId user(First experience) {
    return experience.occasion().chosen().user();
  }

  private U own(Learned<S, U> known, UserId user) {
    return known.owns().getOrDefault(user.value(), newcomer());
  }

  @Override
  Learned<S, U> nothing() {
    return new Learned<>(policy().initial(SCHEMA, RANGE), new TreeMap<>());
  }

  @Override
  Learned<S, U> learn(Learned<S, U> known, List<First> experiences) {
    Learned<S, U> next = new Learned<>(known.shared(), new TreeMap<>(known.owns()));
    List<Whitened> rows = new ArrayList<>();
    for (First experience : experiences) {
      UserId user = user(experience);
      Absorbed<U> absorbed = policy().absorb(own(next, user), experience);
      next.owns().put(user.value(), absorbed.own());
      rows.add(absorbed.row());
    }
    return new Learned<>(policy().fold(next.shared(), rows), next.owns());
  }

  @Override
  @SuppressWarnings("unchecked") // a policy adds up its own state
  List<Learned<S, U>> merged(Learned<S, U> a, Learned<S, U> b) {
    Map<String, U> owns = new TreeMap<>(a.owns());
    owns.putAll(b.owns());
    return policy() instanceof Additive<?> sums
        ? List.of(new Learned<>(((Additive<S>) sums).merge(a.shared(), b.shared()), owns))
        : List.of();
  }

  @Override
  Ranking rank(Learned<S, U> known, Slate slate) {
    U own = own(known, slate.user());
    return policy().rank(known.shared(), own, slate, new SplittableRandom(1));
  }

  @Override
  List<Contribution> explain(Learned<S, U> known, Slate slate, int index) {
    return policy().explain(known.shared(), own(known, slate.user()), slate, index);
  }

  @Override
  byte[] bytes(Learned<S, U> known) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    policy().write(known.shared(), out);
    out.writeInt(known.owns().size());
    for (Map.Entry<String, U> own : known.owns().entrySet()) {
      out.writeUTF(own.getKey());
      policy().writeOwn(own.getValue(), out);
    }
    return bytes.toByteArray();
  }

  @Override
  Learned<S, U> loaded(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    S shared = policy().read(SCHEMA, RANGE, in);
    Map<String, U> owns = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      owns.put(in.readUTF(), policy().readOwn(SCHEMA, RANGE, in));
    }
    return new Learned<>(shared, owns);
  }

  /** What {@code experiences}, all of one person, say to everybody. */
  private List<Whitened> rows(List<First> experiences) {
    List<Whitened> rows = new ArrayList<>();
    U own = newcomer();
    for (First experience : experiences) {
      Absorbed<U> absorbed = policy().absorb(own, experience);
      own = absorbed.own();
      rows.add(absorbed.row());
    }
    return rows;
  }

  @Test
  void absorbing_leaves_the_old_own_state_as_it_was() throws IOException {
    First experience = new Worlds(21).experiences(1).get(0);
    U before = newcomer();
    byte[] bytes = bytes(new Learned<>(nothing().shared(), Map.of("ada", before)));

    Absorbed<U> first = policy().absorb(before, experience);
    Absorbed<U> second = policy().absorb(before, experience);

    assertThat(bytes(new Learned<>(nothing().shared(), Map.of("ada", before)))).isEqualTo(bytes);
    assertThat(second.row()).isEqualTo(first.row());
  }

  @Test
  void unfolding_takes_out_what_was_folded() {
    Learned<S, U> known = learned(22, 20);
    List<Whitened> rows = rows(new Worlds(23).experiences(10));

    S back = policy().unfold(policy().fold(known.shared(), rows), rows);

    assertSameScores(new Learned<>(back, known.owns()), known, new Worlds(24).slate(20));
  }

  @Test
  void forgetting_somebody_is_never_having_seen_them() {
    List<First> all = new Worlds(25).experiences(60);
    List<First> theirs = all.stream().filter(one -> user(one).equals(SOMEBODY)).toList();
    List<First> others = all.stream().filter(one -> !user(one).equals(SOMEBODY)).toList();
    assertThat(theirs).isNotEmpty();
    Learned<S, U> known = learn(nothing(), all);
    known.owns().remove(SOMEBODY.value());

    Learned<S, U> forgotten =
        new Learned<>(policy().unfold(known.shared(), rows(theirs)), known.owns());

    for (long seed = 26; seed < 36; seed++) {
      assertSameScores(forgotten, learn(nothing(), others), new Worlds(seed).slate(20));
    }
  }
}
