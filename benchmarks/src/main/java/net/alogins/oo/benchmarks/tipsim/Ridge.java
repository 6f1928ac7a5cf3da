package net.alogins.oo.benchmarks.tipsim;

/**
 * Recursive least squares with a ridge penalty on rows of ones: the inverse is kept and updated
 * (Sherman and Morrison 1950).
 */
final class Ridge {

  private final int width;
  private final double[] inverse;
  private final double[] weights;

  Ridge(int width, double penalty) {
    this.width = width;
    this.inverse = new double[width * width];
    this.weights = new double[width];
    for (int i = 0; i < width; i++) {
      inverse[i * width + i] = 1 / penalty;
    }
  }

  /** What a row is expected to be worth. */
  double mean(int[] ones) {
    double mean = 0;
    for (int j : ones) {
      mean += weights[j];
    }
    return mean;
  }

  void learn(int[] ones, double value) {
    double[] direction = new double[width];
    for (int i : ones) {
      for (int j = 0; j < width; j++) {
        direction[j] += inverse[i * width + j];
      }
    }
    double spread = 1;
    for (int i : ones) {
      spread += direction[i];
    }
    double error = value - mean(ones);
    for (int i = 0; i < width; i++) {
      double step = direction[i] / spread;
      weights[i] += step * error;
      for (int j = 0; j < width && step != 0; j++) {
        inverse[i * width + j] -= step * direction[j];
      }
    }
  }
}
