package net.alogins.oo.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;

/** A fingerprint of every bit that the policies compute, in whatever Java this runs. */
final class Bits {

  private static final int LESSONS = 600;
  private static final int SLATES = 20;

  private Bits() {}

  /** Prints it. */
  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    System.out.println(fingerprint());
  }

  static String fingerprint() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Policy<?> policy :
        List.of(
            Policies.standard(),
            Policies.epsilonGreedy(.1),
            Policies.of(Oracle.LINEAR, Exploration.upperBound(.1)),
            Policies.of(Oracle.LINEAR, Exploration.thompson(.1, 40)),
            Policies.of(Oracle.RANDOM_FEATURES, Exploration.upperBound(.1)),
            Policies.of(Oracle.ADAPTIVE, Exploration.inverseGap(3)),
            Policies.of(Oracle.HIERARCHICAL, Exploration.thompson(.1, 10)))) {
      Worlds worlds = new Worlds(1);
      add(
          digest,
          Learner.of(policy, Features.standard().schema(), new RewardRange(-.4, 1)),
          worlds.experiences(LESSONS),
          worlds.slate(150));
    }
    FeatureSchema plane = AdaptiveTest.PLANE;
    add(
        digest,
        Learner.of(Policies.standard(), plane, new RewardRange(0, 1)),
        AdaptiveTest.circle(3, LESSONS, 1),
        AdaptiveTest.slate(.3, .4, "in", "out"));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a learner says of a slate, every so many lessons. */
  private static void add(MessageDigest digest, Learner learner, List<First> lessons, Slate slate) {
    for (int i = 0; i < lessons.size(); i++) {
      learner.learn(lessons.get(i));
      if (i % (LESSONS / SLATES) == 0) {
        digest.update(learner.rank(slate).toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
