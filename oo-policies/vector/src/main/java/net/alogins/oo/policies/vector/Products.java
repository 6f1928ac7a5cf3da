package net.alogins.oo.policies.vector;

/** Products of rows with vectors side by side, two rows at once. */
final class Products {

  private static final int LANES = Sums.LANES;

  private final double[][] vectors;
  private final double[] x;
  private final double[] sums = new double[2 * LANES];

  Products(double[][] vectors) {
    this.vectors = vectors;
    this.x = new double[vectors.length * LANES];
  }

  /** Those of {@code count} rows, to {@code products} from {@code at} on. */
  void of(double[][] rows, int count, double[][] products, int at) {
    int width = count == 0 ? 0 : products[at].length;
    for (int lane = 0; lane < width; lane += LANES) {
      Sums.flatten(vectors, lane, x);
      int here = Math.min(LANES, width - lane);
      for (int i = 0; i < count; i += 2) {
        int next = Math.min(i + 1, count - 1);
        compute(rows[i], rows[next]);
        System.arraycopy(sums, 0, products[at + i], lane, here);
        System.arraycopy(sums, LANES, products[at + next], lane, here);
      }
    }
  }

  private void compute(double[] row0, double[] row1) {
    int whole = vectors.length / 4 * 4;
    Sums.ofTwo(row0, row1, whole, x, sums, 0);
    for (int j = whole; j < vectors.length; j++) {
      Sums.add(row0[j], j, x, sums, 0);
      Sums.add(row1[j], j, x, sums, LANES);
    }
  }

  /** {@code L' w = z} for the vectors z, solved in place. */
  void backward(double[][] columns) {
    int width = vectors.length == 0 ? 0 : vectors[0].length;
    for (int lane = 0; lane < width; lane += LANES) {
      Sums.flatten(vectors, lane, x);
      for (int k = vectors.length - 1; k >= 0; k--) {
        solve(columns[k], k);
      }
      int here = Math.min(LANES, width - lane);
      for (int k = 0; k < vectors.length; k++) {
        System.arraycopy(x, k * LANES, vectors[k], lane, here);
      }
    }
  }

  private void solve(double[] column, int k) {
    int whole = k + 1 + (vectors.length - k - 1) / 4 * 4;
    Sums.ofOne(column, k + 1, whole, x, sums);
    for (int j = whole; j < vectors.length; j++) {
      Sums.add(column[j], j, x, sums, 0);
    }
    for (int at = k * LANES, lane = 0; lane < LANES; lane += Lanes.WIDTH) {
      Lanes.get(x, at + lane).sub(Lanes.get(sums, lane)).div(column[k]).intoArray(x, at + lane);
    }
  }
}
