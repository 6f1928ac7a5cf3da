package net.alogins.oo.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.RewardRule;

/**
 * What the fold of the log depends on beside the log.
 *
 * @param rewards what answers are worth
 * @param schema what the feature values mean
 * @param unsaid what people allow who never said
 */
public record Rules(RewardRule rewards, FeatureSchema schema, Consents unsaid) {

  /** Changes whenever the same rows would no longer lead to the same bits. */
  private static final int KERNEL = 6;

  /** The state of {@code policy} under these rules. */
  StateKey key(Policy<?> policy) {
    var range = rewards.range();
    String all =
        String.join(
            "/",
            Integer.toString(KERNEL),
            rewards.name(),
            "RewardRange[least=" + range.least() + ", most=" + range.most() + "]",
            Long.toHexString(schema.fingerprint()),
            new TreeSet<>(unsaid.allowed()).toString());
    return new StateKey(policy.name(), Digest.of(out -> out.writeUTF(all)).hex());
  }

  /** What {@code said} is worth, once it is known to lie within the rule's range. */
  Optional<Reward> worth(Answers said) {
    Optional<Reward> reward = rewards.reward(said);
    reward.ifPresent(rewards.range()::require);
    return reward;
  }

  /** How many decisions of a person are kept joinable at most; the oldest go first. */
  static final int MOST_JOINABLE = 512;

  /** How many reactions to one tip are kept at most, taken back or not; more are refused. */
  static final int MOST_REACTIONS = 64;

  /** How long an unanswered tip may still be answered before it counts as ignored. */
  public static final Duration JOIN_WINDOW = Duration.ofHours(24);

  /** How long an answer may still change what was learned. */
  static final Duration AMEND_HORIZON = Duration.ofDays(7);
}
