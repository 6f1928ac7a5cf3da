package net.alogins.oo.policies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A policy that learns by itself, from the log alone, beside any engine. */
interface Learner {

  void learn(First experience);

  Ranking rank(Slate slate);

  List<Contribution> explain(Slate slate, int index);

  static Learner of(Policy<?> policy, FeatureSchema schema, RewardRange range) {
    return policy instanceof SharedPolicy<?> shared
        ? new Shared<>(shared, schema, range)
        : new Personal<>((PersonalPolicy<?, ?>) policy, schema, range);
  }

  /** One state for everybody. */
  final class Shared<S> implements Learner {

    private final SharedPolicy<S> policy;
    private S state;

    Shared(SharedPolicy<S> policy, FeatureSchema schema, RewardRange range) {
      this.policy = policy;
      this.state = policy.initial(schema, range);
    }

    @Override
    public void learn(First experience) {
      state = policy.learn(state, List.of(experience));
    }

    @Override
    public Ranking rank(Slate slate) {
      return policy.rank(state, slate, new SplittableRandom(1));
    }

    @Override
    public List<Contribution> explain(Slate slate, int index) {
      return policy.explain(state, slate, index);
    }
  }

  /** One for everybody and one for each. */
  final class Personal<S, U> implements Learner {

    private final PersonalPolicy<S, U> policy;
    private final U newcomer;
    private final Map<UserId, U> owns = new HashMap<>();
    private S state;

    Personal(PersonalPolicy<S, U> policy, FeatureSchema schema, RewardRange range) {
      this.policy = policy;
      this.newcomer = policy.newcomer(schema, range);
      this.state = policy.initial(schema, range);
    }

    @Override
    public void learn(First experience) {
      UserId user = experience.occasion().chosen().user();
      Absorbed<U> absorbed = policy.absorb(owns.getOrDefault(user, newcomer), experience);
      owns.put(user, absorbed.own());
      state = policy.fold(state, List.of(absorbed.row()));
    }

    @Override
    public Ranking rank(Slate slate) {
      U own = owns.getOrDefault(slate.user(), newcomer);
      return policy.rank(state, own, slate, new SplittableRandom(1));
    }

    @Override
    public List<Contribution> explain(Slate slate, int index) {
      return policy.explain(state, owns.getOrDefault(slate.user(), newcomer), slate, index);
    }
  }
}
