package net.alogins.oo.policy;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;

/**
 * The candidates that a policy may rank, as numbers.
 *
 * @param user whom they are for
 * @param at when they were asked for
 * @param schema what the numbers mean
 * @param candidates n candidates, n at least 1
 * @param context {@code schema.contextWidth()} values
 * @param features n rows of {@code schema.candidateWidth()} values, row-major
 */
public record Slate(
    UserId user,
    Instant at,
    FeatureSchema schema,
    List<CandidateId> candidates,
    FloatColumn context,
    FloatColumn features) {

  public Slate {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()
        || context.size() != schema.contextWidth()
        || features.size() != candidates.size() * schema.candidateWidth()) {
      throw new IllegalArgumentException(
          "a slate must have a candidate, and columns of the widths that its schema declares");
    }
  }

  /** The number of candidates. */
  public int size() {
    return candidates.size();
  }

  /** The slate of candidate {@code index} alone. */
  public Slate only(int index) {
    FloatColumn own = features.row(index, schema.candidateWidth());
    return new Slate(user, at, schema, List.of(candidates.get(index)), context, own);
  }
}
