package net.alogins.oo.policy;

/**
 * A shared state that is a sum over experiences, so that two machines' states add up.
 *
 * @param <S> the shared state
 */
public interface Additive<S> {

  /** The state that has learned what {@code a} and what {@code b} learned, each from the start. */
  S merge(S a, S b);
}
