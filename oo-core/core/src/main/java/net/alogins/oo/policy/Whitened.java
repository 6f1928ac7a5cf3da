package net.alogins.oo.policy;

import net.alogins.oo.event.DoubleColumn;

/**
 * An experience, cleared of what the person's own state already explains: one least-squares row
 * {@code target = row . shared weights} of unit noise.
 *
 * @param row one value per shared weight
 * @param target the cleared reward
 */
public record Whitened(DoubleColumn row, double target) {}
