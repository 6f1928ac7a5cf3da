package net.alogins.oo.http;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How often each address may do one thing, for what a host has beside the operations. An address of
 * IPv6 is its network of 64 bits, and the 10,000 that came last are known. Calls may come from any
 * thread.
 */
public final class AddressLimit {

  private final Buckets buckets;

  /**
   * A limit of its own.
   *
   * @param rate how often
   * @param ticker nanoseconds that only grow
   * @param processes how many share it now
   */
  public AddressLimit(Rate rate, LongSupplier ticker, IntSupplier processes) {
    buckets = new Buckets(rate, ticker, processes);
  }

  /** Takes a turn of {@code address}: zero, or how long until there is one, and none was taken. */
  public Duration take(String address) {
    return buckets.take(Network.of(address));
  }
}
