package net.alogins.oo.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.tip.Tip;
import net.alogins.oo.tip.Why;

/** A tip on the wire. */
record WireTip(Tip tip) {

  static WireTip of(Tip tip) {
    return new WireTip(tip);
  }

  /** The schema {@code Tip} of the contract: what there is not is absent. */
  @JsonValue
  @JsonRawValue
  String json() {
    return written(new Written()).json();
  }

  /** The same at the end of {@code out}. */
  Written written(Written out) {
    Candidate candidate = tip.candidate();
    out.raw("{\"id\":\"").raw(tip.id().toString()).raw("\",\"title\":").text(candidate.title());
    out.raw(",\"source\":").text(candidate.id().source());
    out.raw(",\"key\":").text(candidate.id().key());
    out.raw(",\"kind\":").text(candidate.kind());
    candidate.link().ifPresent(link -> out.raw(",\"link\":").text(link.toString()));
    candidate.due().ifPresent(due -> out.raw(",\"due\":").text(due.toString()));
    candidate.minutes().ifPresent(minutes -> out.raw(",\"minutes\":").raw(minutes));
    candidate.priority().ifPresent(priority -> out.raw(",\"priority\":").raw(priority));
    out.raw(",\"servedAt\":").instant(tip.at()).raw(",\"openUntil\":").instant(tip.openUntil());
    why(tip.why(), out.raw(",\"why\":"));
    return out.raw("}");
  }

  private static void why(Why why, Written out) {
    reasons(why.reasons(), out.raw("{\"reasons\":["));
    out.raw("],\"exploration\":").raw(why.exploration() ? "true" : "false").raw(",\"missing\":[");
    for (int i = 0; i < why.missing().size(); i++) {
      out.raw(i == 0 ? "" : ",").text(why.missing().get(i));
    }
    out.raw("]}");
  }

  private static void reasons(List<Contribution> reasons, Written out) {
    for (int i = 0; i < reasons.size(); i++) {
      Contribution each = reasons.get(i);
      out.raw(i == 0 ? "{\"feature\":" : ",{\"feature\":").text(each.feature());
      out.raw(",\"contribution\":").number(each.amount()).raw("}");
    }
  }
}
