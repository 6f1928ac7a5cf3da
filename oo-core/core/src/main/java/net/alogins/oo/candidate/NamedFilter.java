package net.alogins.oo.candidate;

import java.util.function.BiPredicate;
import net.alogins.oo.context.Context;

/** A filter made of a name and a predicate. */
record NamedFilter(String name, BiPredicate<Candidate, Context> predicate)
    implements CandidateFilter {

  @Override
  public boolean keeps(Candidate candidate, Context context) {
    return predicate.test(candidate, context);
  }
}
