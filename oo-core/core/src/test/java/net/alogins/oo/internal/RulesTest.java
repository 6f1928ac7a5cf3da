package net.alogins.oo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.RewardRule;
import org.junit.jupiter.api.Test;

class RulesTest {

  /** A name is all that counts here. */
  private record Named(String name) implements SharedPolicy<Integer> {

    @Override
    public Integer initial(FeatureSchema schema, RewardRange range) {
      return 0;
    }

    @Override
    public Ranking rank(Integer state, Slate slate, RandomGenerator random) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Integer learn(Integer state, List<Experience> batch) {
      return state;
    }

    @Override
    public void write(Integer state, DataOutput out) {}

    @Override
    public Integer read(FeatureSchema schema, RewardRange range, DataInput in) {
      return 0;
    }
  }

  /** What an earlier version saved is found by a later one. */
  @Test
  void the_key_of_a_state_spells_the_range_of_rewards_as_its_record_does() {
    RewardRule rule = RewardRule.standard();
    FeatureSchema schema = Features.standard().schema();
    String all =
        String.join(
            "/",
            "6",
            rule.name(),
            new RewardRange(-0.4, 1).toString(),
            Long.toHexString(schema.fingerprint()),
            "[RECOMMEND, LEARN]");

    String configuration =
        new Rules(rule, schema, Consents.standard()).key(new Named("any")).configuration();

    assertThat(configuration).isEqualTo(Digest.of(out -> out.writeUTF(all)).hex());
  }
}
