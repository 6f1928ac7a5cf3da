package net.alogins.oo.reaction;

import java.time.Instant;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * Somebody's word that a candidate is done, or is not after all.
 *
 * @param user who said it
 * @param candidate of what
 * @param tip to which tip
 * @param at when it was said, however late the outside hears of it
 */
public record Completion(UserId user, CandidateId candidate, TipId tip, Instant at) {}
