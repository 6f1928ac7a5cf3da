package net.alogins.oo.benchmarks.logged;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.benchmarks.logged.LoggedSet.Choice;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.Block.Side;
import net.alogins.oo.policy.Cross;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;

/**
 * A policy that learns from somebody else's choices: each row a person of their own, what was known
 * the context, each action with a model of its own.
 */
final class Student<S, U> {

  private static final RewardRange RANGE = new RewardRange(0, 1);

  private final PersonalPolicy<S, U> policy;
  private final FeatureSchema schema;
  private final List<CandidateId> actions;
  private S known;

  Student(PersonalPolicy<S, U> policy, LoggedSet set) {
    this.policy = policy;
    this.schema =
        FeatureSchema.of(
            List.of(
                new Block("usual", Side.CONTEXT, List.of("always")),
                new Block("numbers", Side.CONTEXT, set.columns())),
            List.of(new Cross("usual", Cross.ARM), new Cross("numbers", Cross.ARM)));
    this.actions =
        IntStream.range(0, set.actions())
            .mapToObj(action -> new CandidateId("actions", Integer.toString(action)))
            .toList();
    this.known = policy.initial(schema, RANGE);
  }

  void learn(Choice choice, double propensity) {
    Slate chosen = slate(choice.values()).only(choice.action());
    First first = new First(new Occasion(chosen, propensity), new Reward(choice.reward()));
    Absorbed<U> absorbed = policy.absorb(policy.newcomer(schema, RANGE), first);
    known = policy.fold(known, List.of(absorbed.row()));
  }

  /** What it would do where this is known. */
  Ranking rank(DoubleColumn values) {
    U stranger = policy.newcomer(schema, RANGE);
    return policy.rank(known, stranger, slate(values), new SplittableRandom(0));
  }

  private Slate slate(DoubleColumn values) {
    float[] context = new float[values.size() + 1];
    context[0] = 1;
    for (int j = 0; j < values.size(); j++) {
      context[j + 1] = (float) values.get(j);
    }
    return new Slate(
        new UserId("somebody"),
        Instant.EPOCH,
        schema,
        actions,
        FloatColumn.of(context),
        FloatColumn.of(new float[0]));
  }
}
