package net.alogins.oo.policy;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;

/**
 * An experience, cleared of what the person's own state already explains: one least-squares row
 * {@code target = row . shared weights} of unit noise.
 *
 * @param candidate what was chosen, for a policy that keeps something for each
 * @param row one value per shared weight
 * @param target the cleared reward
 */
public record Whitened(CandidateId candidate, DoubleColumn row, double target) {}
