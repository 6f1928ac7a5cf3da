package net.alogins.oo.policies;

/**
 * What a {@link Ridge} has counted.
 *
 * @param rows how many rows there are
 * @param squares the sum of their squared values
 * @param updates how many there were since P was computed from the sums
 */
record Count(long rows, double squares, int updates) {

  static final Count NOTHING = new Count(0, 0, 0);

  Count plus(Count other) {
    return new Count(rows + other.rows, squares + other.squares, 0);
  }

  Count refreshed() {
    return new Count(rows, squares, 0);
  }
}
