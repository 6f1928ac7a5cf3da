package net.alogins.oo.internal;

import net.alogins.oo.event.Decided;
import net.alogins.oo.policy.Experience;

/**
 * An experience with where it comes from.
 *
 * @param decided the decision that it is of, without what was not chosen
 * @param experience what is to be learned
 * @param ledger the person's rows up to and with the one that made it
 */
record Lesson(Decided decided, Experience experience, Ledger ledger) {}
