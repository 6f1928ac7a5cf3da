package net.alogins.oo.http;

/**
 * Hears of every {@link Act} before it is done, to write it down.
 *
 * <p>Called from any thread. What it throws keeps the act from being done, and is answered with
 * 500: what cannot be written down does not happen.
 */
@FunctionalInterface
public interface Witness {

  /** Nobody writes anything down. */
  Witness NONE = act -> {};

  /** {@code act} is about to be done. */
  void hear(Act act);
}
