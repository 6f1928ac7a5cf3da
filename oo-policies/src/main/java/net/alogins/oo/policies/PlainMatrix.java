package net.alogins.oo.policies;

import java.util.Arrays;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * Rows that are arrays of their own, because a loop over arrays becomes vector instructions only
 * where all of them have the same index. Four at a time, so that sums go to memory more seldom; the
 * JIT makes nothing of more. Where a row is too short for a loop, many rows of factors are turned
 * on their side.
 */
final class PlainMatrix implements Kernel.Matrix {

  /** So many rows of factors that they stay in the nearest caches. */
  private static final int LANES = 128;

  private static final int SHORT = 16;

  private final float[][] rows;

  /** Of each row how many values there are before the 0s that it ends with. */
  private final int[] lengths;

  private final int columns;

  PlainMatrix(float[] values, int columns) {
    this.rows = new float[values.length / columns][];
    this.lengths = new int[rows.length];
    this.columns = columns;
    for (int j = 0; j < rows.length; j++) {
      rows[j] = Arrays.copyOfRange(values, j * columns, (j + 1) * columns);
      lengths[j] = length(rows[j]);
    }
  }

  private static int length(float[] row) {
    int length = row.length;
    while (length > 0 && row[length - 1] == 0) {
      length--;
    }
    return length;
  }

  private boolean isForMany(int count) {
    return columns <= SHORT && count > SHORT;
  }

  @Override
  public void times(float[] factors, int at, int count, float[] products, int to) {
    if (isForMany(count)) {
      new Turned(count).times(factors, at, products, to);
      return;
    }
    float[] sums = new float[columns];
    for (int i = 0; i < count; i++) {
      addAll(sums, factors, at + i * rows.length);
      System.arraycopy(sums, 0, products, to + i * columns, columns);
    }
  }

  @Override
  public void squares(float[] factors, int at, int count, double[] squares, int to) {
    if (isForMany(count)) {
      new Turned(count).squares(factors, at, squares, to);
      return;
    }
    float[] sums = new float[columns];
    for (int i = 0; i < count; i++) {
      addAll(sums, factors, at + i * rows.length);
      squares[to + i] = square(sums);
    }
  }

  private static float square(float[] values) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    float sum4 = 0;
    float sum5 = 0;
    float sum6 = 0;
    float sum7 = 0;
    for (int j = 0; j < values.length; j += Kernel.BLOCK) {
      sum0 += values[j] * values[j];
      sum1 += values[j + 1] * values[j + 1];
      sum2 += values[j + 2] * values[j + 2];
      sum3 += values[j + 3] * values[j + 3];
      sum4 += values[j + 4] * values[j + 4];
      sum5 += values[j + 5] * values[j + 5];
      sum6 += values[j + 6] * values[j + 6];
      sum7 += values[j + 7] * values[j + 7];
    }
    return sum0 + sum4 + (sum2 + sum6) + (sum1 + sum5 + (sum3 + sum7));
  }

  private void addAll(float[] sums, float[] factors, int at) {
    Arrays.fill(sums, 0);
    int j = 0;
    for (; j + 3 < rows.length; j += 4) {
      int length =
          Math.max(Math.max(lengths[j], lengths[j + 1]), Math.max(lengths[j + 2], lengths[j + 3]));
      addFour(
          sums,
          length,
          factors[at + j],
          factors[at + j + 1],
          factors[at + j + 2],
          factors[at + j + 3],
          rows,
          j);
    }
    for (; j < rows.length; j++) {
      add(sums, lengths[j], factors[at + j], rows[j]);
    }
  }

  private static void addFour(
      float[] sums,
      int length,
      float factor0,
      float factor1,
      float factor2,
      float factor3,
      float[][] vectors,
      int j) {
    if (factor0 == 0 && factor1 == 0 && factor2 == 0 && factor3 == 0) {
      return;
    }
    float[] vector0 = vectors[j];
    float[] vector1 = vectors[j + 1];
    float[] vector2 = vectors[j + 2];
    float[] vector3 = vectors[j + 3];
    for (int i = 0; i < length; i++) {
      sums[i] =
          sums[i]
              + factor0 * vector0[i]
              + factor1 * vector1[i]
              + factor2 * vector2[i]
              + factor3 * vector3[i];
    }
  }

  private static void add(float[] sums, int length, float factor, float[] vector) {
    for (int i = 0; i < length; i++) {
      sums[i] += factor * vector[i];
    }
  }

  /** Many rows of factors: what is at the same place of them stands together. */
  private final class Turned {

    private final int count;
    private final float[][] lanes;
    private final float[] sums;

    Turned(int count) {
      this.count = count;
      this.sums = new float[Math.min(LANES, count)];
      this.lanes = new float[rows.length][sums.length];
    }

    void times(float[] factors, int at, float[] products, int to) {
      for (int from = 0; from < count; from += LANES) {
        int here = turn(factors, at, from);
        for (int column = 0; column < columns; column++) {
          addColumn(column);
          for (int i = 0, k = to + from * columns + column; i < here; i++, k += columns) {
            products[k] = sums[i];
          }
        }
      }
    }

    void squares(float[] factors, int at, double[] squares, int to) {
      float[][] strands = new float[Kernel.BLOCK][sums.length];
      for (int from = 0; from < count; from += LANES) {
        int here = turn(factors, at, from);
        for (int column = 0; column < columns; column++) {
          float[] strand = strands[column % Kernel.BLOCK];
          if (column < Kernel.BLOCK) {
            Arrays.fill(strand, 0);
          }
          addColumn(column);
          for (int i = 0; i < strand.length; i++) {
            strand[i] += sums[i] * sums[i];
          }
        }
        for (int i = 0; i < here; i++) {
          squares[to + from + i] = sum(strands, i);
        }
      }
    }

    private static float sum(float[][] s, int i) {
      return s[0][i] + s[4][i] + (s[2][i] + s[6][i]) + (s[1][i] + s[5][i] + (s[3][i] + s[7][i]));
    }

    /** Value j of row {@code from + i} goes to {@code lanes[j][i]}; how many rows there are. */
    private int turn(float[] factors, int at, int from) {
      int here = Math.min(LANES, count - from);
      int width = lanes.length;
      int i = 0;
      for (; i + 3 < here; i += 4) {
        int first = at + (from + i) * width;
        for (int j = 0; j < width; j++) {
          float[] lane = lanes[j];
          lane[i] = factors[first + j];
          lane[i + 1] = factors[first + width + j];
          lane[i + 2] = factors[first + 2 * width + j];
          lane[i + 3] = factors[first + 3 * width + j];
        }
      }
      for (; i < here; i++) {
        for (int j = 0; j < width; j++) {
          lanes[j][i] = factors[at + (from + i) * width + j];
        }
      }
      return here;
    }

    private void addColumn(int column) {
      Arrays.fill(sums, 0);
      int j = 0;
      for (; j + 3 < lanes.length; j += 4) {
        addFour(
            sums,
            sums.length,
            rows[j][column],
            rows[j + 1][column],
            rows[j + 2][column],
            rows[j + 3][column],
            lanes,
            j);
      }
      for (; j < lanes.length; j++) {
        add(sums, sums.length, rows[j][column], lanes[j]);
      }
    }
  }
}
