package net.alogins.oo.internal;

import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.event.Decided.Missing;

/**
 * What the sources answered.
 *
 * @param candidates each id once, in the order of the sources
 * @param missing the sources that did not answer
 */
record Gathered(List<Candidate> candidates, List<Missing> missing) {}
