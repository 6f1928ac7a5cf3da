package net.alogins.oo.internal;

import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Experience;

/**
 * An experience with its place in the log.
 *
 * @param seq the row that made it
 * @param user whose it is
 * @param tip which decision
 * @param experience what is to be learned
 * @param ledger the person's rows up to this one
 */
record Lesson(long seq, UserId user, TipId tip, Experience experience, Ledger ledger) {}
