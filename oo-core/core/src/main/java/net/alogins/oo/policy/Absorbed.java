package net.alogins.oo.policy;

/**
 * What became of one experience in a person's own state.
 *
 * @param own the next own state
 * @param row what it says to everybody
 * @param <U> the own state
 */
public record Absorbed<U>(U own, Whitened row) {}
