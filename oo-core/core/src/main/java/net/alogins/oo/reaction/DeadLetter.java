package net.alogins.oo.reaction;

import java.time.Instant;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * What a person's answers to a tip earned could not be learned; nothing of it entered the model.
 *
 * @param seq the row of the log that could not be learned
 * @param user whose tip
 * @param tip which tip
 * @param at when
 * @param cause what the policy or the rule said
 * @param redriven whether it was tried again, which happens once
 */
public record DeadLetter(
    long seq, UserId user, TipId tip, Instant at, String cause, boolean redriven) {}
