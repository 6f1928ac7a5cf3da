package net.alogins.oo.simulator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.policy.Whitened;

/**
 * A picky policy whose own states are what a person's decisions earned, and whose shared state is
 * how many rewards there are. Of what it refuses it refuses half in the person's part, and half
 * where it would be everybody's.
 */
final class Diaries implements PersonalPolicy<Long, Map<Choice, Double>> {

  private static final CandidateId NOTHING = new CandidateId("diaries", "nothing");
  private static final Whitened ROW = new Whitened(NOTHING, DoubleColumn.of(1), 0);
  private static final Whitened POISON = new Whitened(NOTHING, DoubleColumn.of(1), 1);

  @Override
  public String name() {
    return "diaries";
  }

  @Override
  public Long initial(FeatureSchema schema, RewardRange range) {
    return 0L;
  }

  @Override
  public Map<Choice, Double> newcomer(FeatureSchema schema, RewardRange range) {
    return Map.of();
  }

  @Override
  public Absorbed<Map<Choice, Double>> absorb(Map<Choice, Double> own, First experience) {
    Choice choice = Choice.of(experience.occasion().chosen());
    double reward = experience.reward().value();
    boolean isPoison = choice.isPoison(reward);
    if (isPoison && choice.at().toEpochMilli() % 8 == 0) {
      throw new IllegalArgumentException("poison");
    }
    Map<Choice, Double> next = new HashMap<>(own);
    if (next.put(choice, reward) != null) {
      throw new IllegalStateException("a decision must be learned once");
    }
    return new Absorbed<>(Collections.unmodifiableMap(next), isPoison ? POISON : ROW);
  }

  @Override
  public Long fold(Long shared, List<Whitened> rows) {
    if (rows.contains(POISON)) {
      throw new IllegalArgumentException("poison for everybody");
    }
    return shared + rows.size();
  }

  @Override
  public Long unfold(Long shared, List<Whitened> rows) {
    return shared - rows.size();
  }

  @Override
  public Ranking rank(Long shared, Map<Choice, Double> own, Slate slate, RandomGenerator random) {
    return Remembering.uniform(slate);
  }

  @Override
  public void write(Long shared, DataOutput out) throws IOException {
    out.writeLong(shared);
  }

  @Override
  public Long read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return in.readLong();
  }

  @Override
  public void writeOwn(Map<Choice, Double> own, DataOutput out) throws IOException {
    Choice.write(own, out);
  }

  @Override
  public Map<Choice, Double> readOwn(FeatureSchema schema, RewardRange range, DataInput in)
      throws IOException {
    return Choice.read(in);
  }
}
