package net.alogins.oo.policies;

import java.util.List;
import java.util.Optional;
import net.alogins.oo.event.DoubleColumn;

/**
 * How a regression sees a row: its columns, scaled, and random features of them behind, unless rows
 * are wider than {@value #WIDEST}.
 *
 * @param scaling of the columns
 * @param features of the scaled columns, if any
 */
record Lens(Scaling scaling, Optional<RandomFeatures> features) {

  private static final int WIDEST = 128;

  /** One for rows of {@code width} columns, of which nothing is known yet. */
  static Lens of(int width) {
    return new Lens(
        Scaling.none(width),
        width > WIDEST ? Optional.empty() : Optional.of(RandomFeatures.of(width)));
  }

  Lens with(Scaling next) {
    return new Lens(next, features);
  }

  /** The same, scaled by what {@code rows} are like. */
  Lens scaledBy(List<DoubleColumn> rows) {
    return with(Scaling.of(scaling.width(), rows));
  }

  private int random() {
    return features.map(RandomFeatures::count).orElse(0);
  }

  /** What a row looks like. */
  double[] see(double[] row) {
    double[] seen = new double[scaling.width() + random()];
    scaling.fill(row, seen);
    features.ifPresent(some -> some.fill(seen));
    return seen;
  }

  /** A penalty for each column of what is seen. */
  double[] penalties(Penalty penalty) {
    return penalty.of(scaling.width(), random());
  }

  /** This penalty, and those near it that make a difference here. */
  List<Penalty> near(Penalty penalty) {
    return penalty.neighbours(features.isPresent());
  }
}
