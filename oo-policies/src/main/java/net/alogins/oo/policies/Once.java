package net.alogins.oo.policies;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is computed when it is first asked for. Threads that ask at the same time may each
 * compute it, and come to the same: no lock.
 */
final class Once<T> {

  private final Supplier<T> source;
  private Optional<T> value = Optional.empty();

  /**
   * @param source of an immutable value, always the same
   */
  Once(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    Optional<T> known = value;
    if (known.isEmpty()) {
      known = Optional.of(source.get());
      value = known;
    }
    return known.get();
  }
}
