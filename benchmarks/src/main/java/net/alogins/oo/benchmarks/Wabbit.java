package net.alogins.oo.benchmarks;

import java.io.IOException;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;

/** Whether Vowpal Wabbit, which is not Java, runs on this machine. */
public final class Wabbit {

  private Wabbit() {}

  /**
   * Whether it does.
   *
   * @return why not, or nothing
   */
  public static String missing() {
    try (VWActionProbsLearner learner = VWLearners.create("--cb_explore_adf --quiet")) {
      int ranked = learner.predict(new String[] {"|t a", "|t b"}).getActionProbs().length;
      return ranked == 2 ? "" : "it does not rank";
    } catch (IOException | LinkageError | RuntimeException away) {
      return away.toString();
    }
  }
}
