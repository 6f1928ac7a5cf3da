package net.alogins.oo.candidate;

import java.util.List;
import net.alogins.oo.context.Context;

/** A source under another name, or on the asking thread. */
record Marked(CandidateSource source, String name, boolean isImmediate) implements CandidateSource {

  @Override
  public List<Candidate> candidates(Context context) throws Exception {
    return source.candidates(context);
  }
}
