package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided.Removed;

/**
 * What the filters left.
 *
 * @param kept in the order they came
 * @param removed each with the first filter that removed it
 */
record Screened(List<Candidate> kept, List<Removed> removed) {

  private static final Log LOG = new Log(Screened.class);

  static Screened by(List<CandidateFilter> filters, List<Candidate> candidates, Context context) {
    List<CandidateFilter> needed = new ArrayList<>(filters);
    needed.removeIf(filter -> !isNeeded(filter, context));
    List<Candidate> kept = candidates;
    List<Removed> removed = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      int passed = 0;
      while (passed < needed.size() && keeps(needed.get(passed), candidate, context)) {
        passed++;
      }
      if (passed < needed.size()) {
        kept = removed.isEmpty() ? new ArrayList<>(candidates.subList(0, i)) : kept;
        removed.add(new Removed(candidate.id(), needed.get(passed).name()));
      } else if (!removed.isEmpty()) {
        kept.add(candidate);
      }
    }
    return new Screened(kept, removed);
  }

  private static boolean isNeeded(CandidateFilter filter, Context context) {
    try {
      return filter.isNeeded(context);
    } catch (RuntimeException broken) {
      LOG.warning("filter " + filter.name() + " failed", broken);
      return true;
    }
  }

  /** A filter that fails removes: it may be there for a reason. */
  private static boolean keeps(CandidateFilter filter, Candidate candidate, Context context) {
    try {
      return filter.keeps(candidate, context);
    } catch (RuntimeException broken) {
      LOG.warning("filter " + filter.name() + " failed", broken);
      return false;
    }
  }
}
