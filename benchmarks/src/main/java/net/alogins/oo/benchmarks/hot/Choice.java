package net.alogins.oo.benchmarks.hot;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One choice of the standard policy among {@value #CANDIDATES} candidates of {@value #WIDTH}
 * columns, and what it learns of the answer. As in life, one person asks again and again.
 */
@State(Scope.Thread)
public class Choice {

  private static final int CANDIDATES = 10;
  private static final int WIDTH = 110;
  private static final int SLATES = 512;
  private static final int MARKS = 8;
  private static final RewardRange RANGE = new RewardRange(0, 1);
  private static final List<CandidateId> IDS =
      IntStream.range(0, CANDIDATES).mapToObj(i -> new CandidateId("hot", "" + i)).toList();

  /** Whether candidates are tasks (linear), or arms (with random features). */
  @Param({"tasks", "arms"})
  public String candidates = "tasks";

  private final SplittableRandom random = new SplittableRandom(1);
  private Play<?, ?> play = new Play<>(Policies.standard(), List.of(slate(false, 0)));

  /** Made by JMH. */
  public Choice() {}

  /** Draws the slates. */
  @Setup
  public void draw() {
    boolean isArms = candidates.equals("arms");
    List<Slate> slates = IntStream.range(0, SLATES).mapToObj(i -> slate(isArms, i)).toList();
    play = new Play<>(Policies.standard(), slates);
  }

  /** Ranks a slate, draws, learns. */
  @Benchmark
  public Ranking choose() {
    return play.next(random);
  }

  /** Arms are seen through the context alone; tasks have {@value #MARKS} marks each. */
  private Slate slate(boolean isArms, int number) {
    FeatureSchema schema = isArms ? arms() : tasks();
    float[] context = new float[schema.contextWidth()];
    float[] rows = new float[CANDIDATES * schema.candidateWidth()];
    for (int i = 0; i < context.length; i++) {
      context[i] = isArms ? (float) random.nextDouble() : 1;
    }
    for (int i = 0; i < CANDIDATES && !isArms; i++) {
      for (int mark = 0; mark < MARKS; mark++) {
        rows[i * schema.candidateWidth() + random.nextInt(schema.candidateWidth())] = 1;
      }
    }
    return new Slate(
        new UserId("ada"),
        Instant.EPOCH.plusSeconds(number),
        schema,
        IDS,
        FloatColumn.of(context),
        FloatColumn.of(rows));
  }

  private static FeatureSchema arms() {
    return FeatureSchema.of(
        List.of(new Block("place", Side.CONTEXT, names(WIDTH))),
        List.of(new Cross("place", Cross.ARM)));
  }

  private static FeatureSchema tasks() {
    return FeatureSchema.of(
        List.of(
            new Block("usual", Side.CONTEXT, names(1)),
            new Block("kind", Side.CANDIDATE, names(8)),
            new Block("duration", Side.CANDIDATE, names(5)),
            new Block("other", Side.CANDIDATE, names(WIDTH - 14))),
        List.of());
  }

  private static List<String> names(int count) {
    String[] names = new String[count];
    Arrays.setAll(names, i -> "" + i);
    return List.of(names);
  }

  /** One policy and what it has learned. */
  private static final class Play<S, U> {

    private final PersonalPolicy<S, U> policy;
    private final List<Slate> slates;
    private S everybody;
    private U own;
    private int played;

    Play(PersonalPolicy<S, U> policy, List<Slate> slates) {
      this.policy = policy;
      this.slates = slates;
      FeatureSchema schema = slates.get(0).schema();
      this.everybody = policy.initial(schema, RANGE);
      this.own = policy.newcomer(schema, RANGE);
    }

    Ranking next(SplittableRandom random) {
      Slate slate = slates.get(played++ % slates.size());
      Ranking ranking = policy.rank(everybody, own, slate, random);
      int chosen = played % CANDIDATES == 0 ? random.nextInt(CANDIDATES) : ranking.best();
      double reward = random.nextInt(CANDIDATES) < chosen ? 1 : 0;
      Occasion occasion = new Occasion(slate.only(chosen), ranking.propensities().get(chosen));
      Absorbed<U> absorbed = policy.absorb(own, new First(occasion, new Reward(reward)));
      own = absorbed.own();
      everybody = policy.fold(everybody, List.of(absorbed.row()));
      return ranking;
    }
  }
}
