package net.alogins.oo.internal;

/**
 * One person's part of what was learned.
 *
 * @param ledger their rows, folded
 * @param own the policy's own state of them
 */
record Person(Ledger ledger, Object own) {}
