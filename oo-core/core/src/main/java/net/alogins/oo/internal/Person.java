package net.alogins.oo.internal;

/**
 * One person's part of what was learned: a pure fold over their rows.
 *
 * @param ledger their rows, joined
 * @param own the policy's own state of them
 */
record Person(Ledger ledger, Object own) {}
