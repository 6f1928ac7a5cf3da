package net.alogins.oo.benchmarks.logged;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.benchmarks.logged.LoggedSet.Choice;
import net.alogins.oo.event.DoubleColumn;

/**
 * How likely whoever made the choices made each: boosted trees (Friedman 2001) on the logarithms of
 * the odds, one for each action in a round.
 */
final class Assignment {

  private static final int ROUNDS = 80;
  private static final int DEPTH = 5;
  private static final double RATE = .2;

  private final int actions;
  private final Bins bins;
  private final List<List<Tree>> rounds = new ArrayList<>();

  private Assignment(int actions, Bins bins) {
    this.actions = actions;
    this.bins = bins;
  }

  /** What these choices tell. */
  static Assignment fit(List<Choice> choices, int actions) {
    Assignment fitted =
        new Assignment(actions, Bins.of(choices.stream().map(Choice::values).toList()));
    List<Bins.Row> rows = choices.stream().map(row -> fitted.bins.of(row.values())).toList();
    double[][] odds = new double[rows.size()][actions];
    for (int round = 0; round < ROUNDS; round++) {
      fitted.rounds.add(fitted.round(choices, rows, odds));
    }
    return fitted;
  }

  /** One more tree for each action; the odds follow. */
  private List<Tree> round(List<Choice> choices, List<Bins.Row> rows, double[][] odds) {
    List<double[]> expected = new ArrayList<>();
    for (double[] row : odds) {
      expected.add(probabilities(row));
    }
    List<Tree> trees = new ArrayList<>();
    for (int action = 0; action < actions; action++) {
      List<Tree.Pull> pulls = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        double p = expected.get(i)[action];
        double slope = p - (choices.get(i).action() == action ? 1 : 0);
        pulls.add(new Tree.Pull(rows.get(i), slope, p * (1 - p)));
      }
      Tree tree = Tree.grow(pulls, bins.columns(), DEPTH);
      for (int i = 0; i < rows.size(); i++) {
        odds[i][action] += RATE * tree.value(rows.get(i));
      }
      trees.add(tree);
    }
    return trees;
  }

  /** How likely each action is where this is known. */
  double[] probabilities(DoubleColumn values) {
    Bins.Row row = bins.of(values);
    double[] odds = new double[actions];
    for (List<Tree> round : rounds) {
      for (int action = 0; action < actions; action++) {
        odds[action] += RATE * round.get(action).value(row);
      }
    }
    return probabilities(odds);
  }

  private static double[] probabilities(double[] odds) {
    double most = Double.NEGATIVE_INFINITY;
    for (double one : odds) {
      most = Math.max(most, one);
    }
    double[] probabilities = new double[odds.length];
    double sum = 0;
    for (int a = 0; a < odds.length; a++) {
      probabilities[a] = Math.exp(odds[a] - most);
      sum += probabilities[a];
    }
    for (int a = 0; a < odds.length; a++) {
      probabilities[a] /= sum;
    }
    return probabilities;
  }
}
