package net.alogins.oo.benchmarks.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.alogins.oo.benchmarks.quality.DataSet.Example;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.responses.ActionProb;

/**
 * Vowpal Wabbit's contextual bandits (Langford and others), on the same rows: what it says is drawn
 * from, and what it is told is the cost of what was drawn, 0 if that was right, else 1.
 *
 * @param name in tables
 * @param options what sets it apart
 */
record VowpalWabbit(String name, String options) implements Contender {

  /** Each label has weights of its own for each column, as each arm has for oO. */
  private static final String COMMON = "--cb_explore_adf --quiet -q rl --random_seed %d %s";

  /** Those that did well somewhere, and the default. */
  static final List<VowpalWabbit> ALL =
      List.of(
          new VowpalWabbit("vw:epsilon-greedy", "--epsilon 0.05"),
          new VowpalWabbit("vw:bag", "--bag 4 --epsilon 0.01"),
          new VowpalWabbit("vw:cover", "--cover 4 --nounif --epsilon 0.01 --cb_type dr"),
          new VowpalWabbit("vw:squarecb", "--squarecb --gamma_scale 1000"),
          new VowpalWabbit("vw:regcb", "--regcbopt --mellowness 0.001"));

  @Override
  public Outcome play(DataSet set, int seed) {
    try (VWActionProbsLearner learner = VWLearners.create(COMMON.formatted(seed, options))) {
      return play(learner, set, seed);
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  private static Outcome play(VWActionProbsLearner learner, DataSet set, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet right = new BitSet();
    int played = 0;
    for (int row : set.order(seed)) {
      Example example = set.rows().get(row);
      String[] lines = lines(set, example);
      ActionProb drawn = draw(learner.predict(lines).getActionProbs(), random.nextDouble());
      boolean isRight = drawn.getAction() == example.label();
      lines[drawn.getAction() + 1] =
          String.format(
              Locale.ROOT,
              "%d:%d:%s %s",
              drawn.getAction(),
              isRight ? 0 : 1,
              drawn.getProbability(),
              lines[drawn.getAction() + 1]);
      learner.learn(lines);
      right.set(played++, isRight);
    }
    return Outcome.of(right, played);
  }

  private static ActionProb draw(ActionProb[] probabilities, double point) {
    double sum = 0;
    for (ActionProb one : probabilities) {
      sum += one.getProbability();
      if (point < sum) {
        return one;
      }
    }
    return probabilities[probabilities.length - 1];
  }

  /** One line that all labels share, and one for each; columns have names that are no numbers. */
  private static String[] lines(DataSet set, Example example) {
    StringBuilder shared = new StringBuilder("shared |r always");
    for (int j = 0; j < example.values().size(); j++) {
      double value = example.values().get(j);
      if (value != 0) {
        shared.append(" f").append(j).append(':').append((float) value);
      }
    }
    String[] lines = new String[set.labels().size() + 1];
    lines[0] = shared.toString();
    for (int label = 1; label < lines.length; label++) {
      lines[label] = "|l a" + label;
    }
    return lines;
  }
}
