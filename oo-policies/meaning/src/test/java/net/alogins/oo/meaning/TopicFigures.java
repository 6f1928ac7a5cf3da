package net.alogins.oo.meaning;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Prints what it earns to see what titles mean: seeds and questions are the arguments. */
final class TopicFigures {

  private TopicFigures() {}

  public static void main(String[] arguments) {
    int seeds = Integer.parseInt(arguments[0]);
    int questions = Integer.parseInt(arguments[1]);
    PrintStream out = System.out;
    for (Topics.Liking liking : Topics.Liking.values()) {
      double[] without = rewards(liking, false, seeds, questions);
      double[] with = rewards(liking, true, seeds, questions);
      out.printf(
          "%s: without %s, with %s, gain %s%n",
          liking, told(without), told(with), told(gain(without, with)));
    }
  }

  static double[] rewards(Topics.Liking liking, boolean isSeen, int seeds, int questions) {
    return LongStream.rangeClosed(1, seeds)
        .mapToDouble(seed -> Topics.reward(liking, isSeen, questions, seed))
        .toArray();
  }

  static double[] gain(double[] without, double[] with) {
    return IntStream.range(0, with.length).mapToDouble(i -> with[i] - without[i]).toArray();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  static double error(double[] values) {
    double mean = mean(values);
    double square = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(square / (values.length - 1) / values.length);
  }

  /** The mean and its standard error. */
  private static String told(double[] values) {
    return "%.3f ± %.3f".formatted(mean(values), error(values));
  }
}
