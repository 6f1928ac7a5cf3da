package net.alogins.oo.candidate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;

/** A filter that removes a candidate until something that happened with it is so long ago. */
record Resting(String name, Function<Past, Optional<Instant>> since, Duration rest)
    implements CandidateFilter {

  @Override
  public boolean isNeeded(Context context) {
    return !context.history().pasts().isEmpty();
  }

  @Override
  public boolean keeps(Candidate candidate, Context context) {
    Optional<Instant> at = since.apply(context.history().of(candidate.id()));
    return at.isEmpty() || !context.now().isBefore(at.get().plus(rest));
  }
}
