package net.alogins.oo.policies.vector;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;

/** A fingerprint of all scores, probabilities and states, for whatever kernel this process has. */
final class Choices {

  private static final RewardRange RANGE = new RewardRange(-.4, 1);
  private static final List<Integer> SIZES = List.of(1, 3, 4, 10, 31, 32, 33, 128, 150);
  private static final int LESSONS = 60;

  private final MessageDigest digest;

  private Choices(MessageDigest digest) {
    this.digest = digest;
  }

  /** Prints the kernel and the fingerprint. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(Policies.kernel() + "\n" + fingerprint());
  }

  static String fingerprint() throws NoSuchAlgorithmException, IOException {
    Choices choices = new Choices(MessageDigest.getInstance("SHA-256"));
    for (String exploration : List.of("upper-bound-0.25", "thompson-0.25-40", "inverse-gap-3.0")) {
      for (String oracle : List.of("linear", "random-features", "adaptive", "hierarchical")) {
        choices.add(Policies.named(oracle + "-" + exploration));
      }
    }
    return HexFormat.of().formatHex(choices.digest.digest());
  }

  private void add(Policy<?> policy) throws IOException {
    Worlds worlds = new Worlds(policy.name().length());
    if (policy instanceof SharedPolicy<?> shared) {
      addShared(shared, worlds);
    } else {
      addPersonal((PersonalPolicy<?, ?>) policy, worlds);
    }
  }

  private <S> void addShared(SharedPolicy<S> policy, Worlds worlds) throws IOException {
    S state = policy.initial(Features.standard().schema(), RANGE);
    for (First lesson : worlds.experiences(LESSONS)) {
      state = policy.learn(state, List.of(lesson));
    }
    for (int size : SIZES) {
      add(policy.rank(state, worlds.slate(size), new SplittableRandom(size)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    policy.write(state, new DataOutputStream(bytes));
    digest.update(bytes.toByteArray());
  }

  private <S, U> void addPersonal(PersonalPolicy<S, U> policy, Worlds worlds) throws IOException {
    S state = policy.initial(Features.standard().schema(), RANGE);
    U own = policy.newcomer(Features.standard().schema(), RANGE);
    for (First lesson : worlds.experiences(LESSONS)) {
      Absorbed<U> absorbed = policy.absorb(own, lesson);
      own = absorbed.own();
      state = policy.fold(state, List.of(absorbed.row()));
    }
    for (int size : SIZES) {
      Slate slate = worlds.slate(size);
      add(policy.rank(state, own, slate, new SplittableRandom(size)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    policy.write(state, new DataOutputStream(bytes));
    digest.update(bytes.toByteArray());
  }

  private void add(Object ranking) {
    digest.update(ranking.toString().getBytes(StandardCharsets.UTF_8));
  }
}
