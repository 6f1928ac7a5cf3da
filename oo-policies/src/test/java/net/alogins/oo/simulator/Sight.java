package net.alogins.oo.simulator;

import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;
import net.alogins.oo.policy.Cross;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;

/** A few features of the standard names, so that a simulated tip costs microseconds. */
final class Sight {

  static final int KINDS = 3;

  private static final int NOON = 12;
  private static final Features FEW =
      Features.of(
          List.of(
              Feature.ofContext("usual", List.of("always"), (c, row) -> row.mark(0)),
              Feature.ofContext(
                  "hour",
                  List.of("morning", "afternoon"),
                  (c, row) -> row.mark(c.localTime().getHour() < NOON ? 0 : 1)),
              Feature.ofCandidate("kind", List.of("0", "1", "2"), (c, k, row) -> row.mark(kind(k))),
              Feature.ofCandidate(
                  "priority",
                  List.of("1", "2", "3", "4"),
                  (c, k, row) -> row.mark(k.priority().orElse(4) - 1)),
              Feature.ofCandidate(
                  "shown", List.of("lately"), (c, k, row) -> row.set(0, share(past(c, k).shown()))),
              Feature.ofCandidate(
                  "dismissed",
                  List.of("lately"),
                  (c, k, row) -> row.set(0, share(past(c, k).dismissed())))),
          List.of(new Cross("hour", "kind")));

  private Sight() {}

  static Features few() {
    return FEW;
  }

  private static int kind(Candidate candidate) {
    return Integer.parseInt(candidate.kind());
  }

  private static Past past(Context context, Candidate candidate) {
    return context.history().of(candidate.id());
  }

  private static double share(int count) {
    return count / (count + 2.0);
  }
}
