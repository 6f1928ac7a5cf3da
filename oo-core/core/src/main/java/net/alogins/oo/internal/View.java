package net.alogins.oo.internal;

/**
 * One consistent look at what was learned.
 *
 * @param model the policy with its shared state
 * @param seq the row up to which both have learned
 * @param person one person's part
 */
record View(Model model, long seq, Person person) {}
