package net.alogins.oo.benchmarks.hot;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What this machine can do at most, on one core: multiply and add, and read memory. */
@State(Scope.Thread)
public class Machine {

  /** How many products {@link #multiply} adds up. */
  static final int PRODUCTS = 16 * 1024;

  /** How many bytes {@link #read} reads. */
  static final int BYTES = 256 << 20;

  private static final int LANES = 1024;

  private final double[] sums = new double[LANES];
  private int[] memory = new int[0];

  /** Made by JMH. */
  public Machine() {}

  /** More memory than any cache has. */
  @Setup
  public void fill() {
    memory = new int[BYTES / Integer.BYTES];
    Arrays.fill(memory, 1);
  }

  /** Sixteen for each lane, in registers: fused multiply-adds of float64 values. */
  @Benchmark
  public double[] multiply() {
    double factor = .5 + sums[0] / 32;
    for (int i = 0; i < LANES; i++) {
      double sum = sums[i];
      sum = Math.fma(Math.fma(Math.fma(Math.fma(sum, factor, 1), factor, 1), factor, 1), factor, 1);
      sum = Math.fma(Math.fma(Math.fma(Math.fma(sum, factor, 1), factor, 1), factor, 1), factor, 1);
      sum = Math.fma(Math.fma(Math.fma(Math.fma(sum, factor, 1), factor, 1), factor, 1), factor, 1);
      sum = Math.fma(Math.fma(Math.fma(Math.fma(sum, factor, 1), factor, 1), factor, 1), factor, 1);
      sums[i] = sum;
    }
    return sums;
  }

  /** From one end to the other. */
  @Benchmark
  public int read() {
    int sum = 0;
    for (int value : memory) {
      sum += value;
    }
    return sum;
  }
}
