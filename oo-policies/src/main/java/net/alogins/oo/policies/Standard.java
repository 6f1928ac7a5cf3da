package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.policy.Whitened;

/**
 * What the features call for: where they cross a block with the arm, candidates are few and last,
 * and {@link Adaptive} keeps a model of each; else they come and go, and {@link HierarchicalLinear}
 * learns what they have in common, for everybody and for each person.
 */
final class Standard implements PersonalPolicy<Standard.Shared, Standard.Mine> {

  /** What is known of everybody. */
  sealed interface Shared {}

  /** Of candidates that come and go. */
  record OfTasks(HierarchicalLinear.Shared everybody) implements Shared {}

  /** Of candidates that last. */
  record OfArms(Adaptive.State arms) implements Shared {}

  /** What is known of a person. */
  sealed interface Mine {}

  /** What sets them apart from everybody. */
  record Apart(HierarchicalLinear.Mine own) implements Mine {}

  /** Nothing: arms are the same for everybody, who differ by their context alone. */
  record Alike(RewardRange range) implements Mine {}

  private static final double ALPHA = .25;

  private final String name;
  private final HierarchicalLinear tasks;
  private final Adaptive arms;

  Standard(String name, double floor) {
    this.name = name;
    this.tasks =
        new HierarchicalLinear(
            name, Exploration.greedy().withFloor(floor), Prior.dueThenPriority());
    this.arms = new Adaptive(Exploration.upperBound(ALPHA).withFloor(floor));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Shared initial(FeatureSchema schema, RewardRange range) {
    return schema.hasArms()
        ? new OfArms(arms.initial(schema, range))
        : new OfTasks(tasks.initial(schema, range));
  }

  @Override
  public Mine newcomer(FeatureSchema schema, RewardRange range) {
    return schema.hasArms() ? new Alike(range) : new Apart(tasks.newcomer(schema, range));
  }

  @Override
  public Absorbed<Mine> absorb(Mine mine, First experience) {
    if (mine instanceof Alike alike) {
      DoubleColumn row = DoubleColumn.of(experience.occasion().row());
      double value = alike.range().scale(experience.reward());
      return new Absorbed<>(mine, new Whitened(experience.occasion().candidate(), row, value));
    }
    Absorbed<HierarchicalLinear.Mine> absorbed = tasks.absorb(((Apart) mine).own(), experience);
    return new Absorbed<>(new Apart(absorbed.own()), absorbed.row());
  }

  @Override
  public Shared fold(Shared shared, List<Whitened> rows) {
    if (shared instanceof OfTasks known) {
      return new OfTasks(tasks.fold(known.everybody(), rows));
    }
    Adaptive.State next = ((OfArms) shared).arms();
    for (Whitened row : rows) {
      next = next.with(row.candidate(), row.row(), row.target());
    }
    return new OfArms(next);
  }

  @Override
  public Shared unfold(Shared shared, List<Whitened> rows) {
    if (shared instanceof OfTasks known) {
      return new OfTasks(tasks.unfold(known.everybody(), rows));
    }
    Adaptive.State next = ((OfArms) shared).arms();
    for (Whitened row : rows) {
      next = next.without(row.candidate(), row.row(), row.target());
    }
    return new OfArms(next);
  }

  @Override
  public Ranking rank(Shared shared, Mine mine, Slate slate, RandomGenerator random) {
    return shared instanceof OfTasks known
        ? tasks.rank(known.everybody(), ((Apart) mine).own(), slate, random)
        : arms.rank(((OfArms) shared).arms(), slate, random);
  }

  @Override
  public List<Contribution> explain(Shared shared, Mine mine, Slate slate, int index) {
    return shared instanceof OfTasks known
        ? tasks.explain(known.everybody(), ((Apart) mine).own(), slate, index)
        : arms.explain(((OfArms) shared).arms(), slate, index);
  }

  @Override
  public void write(Shared shared, DataOutput out) throws IOException {
    if (shared instanceof OfTasks known) {
      tasks.write(known.everybody(), out);
    } else {
      arms.write(((OfArms) shared).arms(), out);
    }
  }

  @Override
  public Shared read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return schema.hasArms()
        ? new OfArms(arms.read(schema, range, in))
        : new OfTasks(tasks.read(schema, range, in));
  }

  @Override
  public void writeOwn(Mine mine, DataOutput out) throws IOException {
    if (mine instanceof Apart apart) {
      tasks.writeOwn(apart.own(), out);
    }
  }

  @Override
  public Mine readOwn(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return schema.hasArms() ? new Alike(range) : new Apart(tasks.readOwn(schema, range, in));
  }
}
