package net.alogins.oo.benchmarks.logged;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.alogins.oo.benchmarks.logged.LoggedSet.Choice;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policies.evaluation.Round;
import net.alogins.oo.policies.evaluation.Rounds;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;

/**
 * Every row judged by what was learned from the other folds: what the policy would have chosen, how
 * likely the choice in the log was, and what the policy expects of each action.
 *
 * @param rounds in the order of the folds
 * @param shown of each round what was expected of the action that was chosen
 */
record Folds(Rounds rounds, List<Double> shown) {

  /** The least probability that a logged choice is believed to have had. */
  static final double RAREST = .01;

  Folds {
    shown = List.copyOf(shown);
  }

  /** The best that the standard policy knows in each place, without exploration. */
  static Folds of(LoggedSet set, int folds, long seed) {
    List<Choice> rows = new ArrayList<>(set.rows());
    Collections.shuffle(rows, new Random(seed));
    List<Fold> all =
        IntStream.range(0, folds)
            .parallel()
            .mapToObj(fold -> fold(set, rows, fold, folds))
            .toList();
    return new Folds(
        new Rounds(all.stream().flatMap(fold -> fold.rounds().stream()).toList()),
        all.stream().flatMap(fold -> fold.shown().stream()).toList());
  }

  private record Fold(List<Round> rounds, List<Double> shown) {}

  private static Fold fold(LoggedSet set, List<Choice> rows, int fold, int folds) {
    List<Choice> others =
        IntStream.range(0, rows.size()).filter(i -> i % folds != fold).mapToObj(rows::get).toList();
    Assignment assignment = Assignment.fit(others, set.actions());
    return judged(
        student(Policies.standardWithFloor(0), set, others, assignment),
        IntStream.range(0, rows.size()).filter(i -> i % folds == fold).mapToObj(rows::get).toList(),
        assignment);
  }

  private static <S, U> Student<S, U> student(
      PersonalPolicy<S, U> policy, LoggedSet set, List<Choice> rows, Assignment assignment) {
    Student<S, U> student = new Student<>(policy, set);
    rows.forEach(row -> student.learn(row, propensity(assignment, row)));
    return student;
  }

  private static double propensity(Assignment assignment, Choice row) {
    return Math.max(RAREST, assignment.probabilities(row.values())[row.action()]);
  }

  private static Fold judged(Student<?, ?> student, List<Choice> rows, Assignment assignment) {
    List<Round> rounds = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    for (Choice row : rows) {
      Ranking ranking = student.rank(row.values());
      double[] expected = new double[ranking.size()];
      double[] probabilities = new double[ranking.size()];
      for (int a = 0; a < expected.length; a++) {
        expected[a] = ranking.scores().get(a);
        probabilities[a] = ranking.propensities().get(a);
      }
      double propensity = propensity(assignment, row);
      rounds.add(
          Round.of(row.action(), row.reward(), propensity, probabilities).expecting(expected));
      shown.add(expected[row.action()]);
    }
    return new Fold(rounds, shown);
  }

  /** The mean of minus the logarithm of how likely the logged choices were. */
  double logLoss() {
    return rounds.all().stream()
        .mapToDouble(round -> -Math.log(round.propensity()))
        .average()
        .orElseThrow();
  }

  /**
   * How likely what came of a random good choice was expected to be better than what came of a
   * random bad one: the area under the curve of the receiver, ties counted half (Mann and Whitney
   * 1947). Good is a reward above one half.
   */
  double auc() {
    List<Integer> order =
        IntStream.range(0, shown.size())
            .boxed()
            .sorted((a, b) -> Double.compare(shown.get(a), shown.get(b)))
            .toList();
    double ranks = 0;
    long good = 0;
    int from = 0;
    while (from < order.size()) {
      int to = from;
      while (to < order.size() && shown.get(order.get(to)).equals(shown.get(order.get(from)))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (rounds.all().get(order.get(i)).reward() > .5) {
          ranks += (from + to + 1) / 2.;
          good++;
        }
      }
      from = to;
    }
    return (ranks - good * (good + 1) / 2.) / ((double) good * (order.size() - good));
  }
}
