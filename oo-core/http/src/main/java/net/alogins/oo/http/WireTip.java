package net.alogins.oo.http;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.tip.Tip;

/** A tip on the wire. */
record WireTip(
    String id,
    String title,
    String source,
    String key,
    String kind,
    Optional<URI> link,
    Optional<LocalDate> due,
    OptionalInt minutes,
    OptionalInt priority,
    Instant servedAt,
    Instant openUntil,
    Why why) {

  /** Why this one. */
  record Why(List<Reason> reasons, boolean exploration, List<String> missing) {}

  /** A feature and what it added to the score. */
  record Reason(String feature, double contribution) {}

  static WireTip of(Tip tip) {
    Candidate candidate = tip.candidate();
    return new WireTip(
        tip.id().toString(),
        candidate.title(),
        candidate.id().source(),
        candidate.id().key(),
        candidate.kind(),
        candidate.link(),
        candidate.due(),
        candidate.minutes(),
        candidate.priority(),
        tip.at(),
        tip.openUntil(),
        why(tip.why()));
  }

  private static Why why(net.alogins.oo.tip.Why why) {
    List<Reason> reasons =
        why.reasons().stream().map(r -> new Reason(r.feature(), r.amount())).toList();
    return new Why(reasons, why.exploration(), why.missing());
  }
}
