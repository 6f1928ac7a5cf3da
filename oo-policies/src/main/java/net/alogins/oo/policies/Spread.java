package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * What a {@link Ridge} does not know of its weights: how it varies, and draws of it. As float32:
 * since a variance is the square of an image, half of the digits are enough.
 */
final class Spread {

  private final int width;

  /** Of each column of the regression so many values. */
  private final float[] columns;

  private final Once<Kernel.Matrix> images;

  /** That of {@code root}, of so many columns. */
  Spread(Root root, int columns) {
    this.width = Math.max(Kernel.BLOCK, Kernel.whole(columns));
    this.columns = root.toFloats(width);
    this.images = new Once<>(() -> Kernels.CHOSEN.matrix(this.columns, width));
  }

  /** How many values an image has. */
  int width() {
    return width;
  }

  /** What rows come to: images, the square of each of which is a variance in units of the noise. */
  Kernel.Matrix images() {
    return images.get();
  }

  /**
   * How far weights may be from what is expected, or as far in the other direction.
   *
   * @param unit of the noise
   * @param count of draws, whole blocks
   * @return of each weight {@code count} values
   */
  float[] weights(double unit, int count, RandomGenerator random) {
    int rows = columns.length / width;
    float[] weights = new float[rows * count];
    Normal.draws(width, count, unit, random).times(columns, 0, rows, weights, 0);
    return weights;
  }

  /** The same, to multiply rows with. */
  Kernel.Matrix drawn(double unit, int count, RandomGenerator random) {
    return Kernels.CHOSEN.matrix(weights(unit, count, random), count);
  }
}
