package net.alogins.oo.benchmarks.hot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.policy.Slate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.responses.ActionProb;

/**
 * Vowpal Wabbit ranks the same rows as {@link Rank}, already written as text, and draws; or learns
 * of one.
 */
@State(Scope.Thread)
public class Vowpal {

  private static final String OPTIONS =
      "--cb_explore_adf --squarecb --gamma_scale 1000 --quiet --random_seed 1";
  private static final int LEARNED = 200;

  /** How many rows. */
  @Param("10")
  public int candidates;

  /** How many columns each. */
  @Param("16")
  public int columns;

  private final SplittableRandom random = new SplittableRandom(2);
  private List<String[]> slates = List.of();
  private List<String[]> labelled = List.of();
  private Optional<VWActionProbsLearner> learner = Optional.empty();
  private int played;

  /** Made by JMH. */
  public Vowpal() {}

  /** Learns a little. */
  @Setup
  public void learnSome() throws IOException {
    learner = Optional.of(VWLearners.create(OPTIONS));
    List<Slate> all = Slates.of(candidates, columns);
    slates = all.stream().map(Slates::lines).toList();
    labelled = all.stream().map(this::labelled).toList();
    for (int i = 0; i < LEARNED; i++) {
      learn();
    }
  }

  private String[] labelled(Slate slate) {
    String[] lines = Slates.lines(slate);
    int chosen = random.nextInt(lines.length);
    int cost = 1 - (int) Slates.reward(slate, chosen, random);
    lines[chosen] = "0:" + cost + ":" + 1. / lines.length + " " + lines[chosen];
    return lines;
  }

  /** Ends what is not Java. */
  @TearDown
  public void end() throws IOException {
    learner.orElseThrow().close();
  }

  /** Ranks and draws. */
  @Benchmark
  public int rank() {
    String[] lines = slates.get(played++ % slates.size());
    ActionProb[] ranked = learner.orElseThrow().predict(lines).getActionProbs();
    double left = random.nextDouble();
    int drawn = 0;
    while (left >= ranked[drawn].getProbability() && drawn < ranked.length - 1) {
      left -= ranked[drawn++].getProbability();
    }
    return ranked[drawn].getAction();
  }

  /** Learns of one candidate of a slate. */
  @Benchmark
  public Object learn() {
    return learner.orElseThrow().learn(labelled.get(played++ % labelled.size()));
  }
}
