package net.alogins.oo.http;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How often one caller may ask. Whoever asks more often is answered with 429, and when to come
 * back; nothing is done for them. The limits hold for the 10,000 callers of each kind who asked
 * last; where several processes share them, each allows its part, and at least one at once.
 *
 * @param people for each person whom the host knows
 * @param addresses for each address (of IPv6, each network of 64 bits) from which somebody asks
 *     whom the host does not know, where it says the address
 * @param strayFeedback for each person, feedback on tips that they were not given, which is kept in
 *     the log; it counts as a request, too
 * @param ticker nanoseconds that only grow
 * @param processes how many share the limits now, this one among them; asked for every request
 */
public record Limits(
    Rate people, Rate addresses, Rate strayFeedback, LongSupplier ticker, IntSupplier processes) {

  /** Limits that one process has for itself. */
  public Limits(Rate people, Rate addresses, Rate strayFeedback, LongSupplier ticker) {
    this(people, addresses, strayFeedback, ticker, () -> 1);
  }

  /** The same, which so many processes share. */
  public Limits among(IntSupplier newProcesses) {
    return new Limits(people, addresses, strayFeedback, ticker, newProcesses);
  }

  /**
   * What suits people with a page before them: 60 requests at once and 5 a second, and 20 at once
   * and 1 a second from strangers. Of feedback on tips that never were, 10 at once and 1 a minute.
   */
  public static Limits standard() {
    return new Limits(
        new Rate(60, Duration.ofMillis(200)),
        new Rate(20, Duration.ofSeconds(1)),
        new Rate(10, Duration.ofMinutes(1)),
        System::nanoTime);
  }
}
