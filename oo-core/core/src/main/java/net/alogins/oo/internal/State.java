package net.alogins.oo.internal;

/**
 * What one policy has learned after one row of the log. The people and the windows are shared by
 * the states that follow each other; the rest never changes.
 *
 * @param model the policy with its shared state
 * @param seq the row
 * @param tally how many facts came in, and what became of them
 * @param refused what could not be learned
 * @param people everybody's own part
 * @param windows what waits for an answer
 */
record State(Model model, long seq, Tally tally, Refused refused, People people, Windows windows) {

  State with(Model learned) {
    return new State(learned, seq, tally, refused, people, windows);
  }

  State after(long row, Tally counted, Refused since) {
    return new State(model, row, counted, since, people, windows);
  }
}
