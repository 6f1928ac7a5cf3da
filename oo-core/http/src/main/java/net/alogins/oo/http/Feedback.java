package net.alogins.oo.http;

import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.InvalidReactionException;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.Undo;

/** Telling how a person reacted to a tip. */
final class Feedback {

  private final Recommender recommender;
  private final Gate gate;

  Feedback(Recommender recommender, Gate gate) {
    this.recommender = recommender;
    this.gate = gate;
  }

  Response give(UserId user, Call call) {
    Reaction reaction = reaction(call.body("tip", "kind", "id", "until", "target"));
    Receipt receipt = receipt(user, reaction);
    return switch (receipt) {
      case RECORDED, REPEATED, LATE -> Response.ok(WireReceipt.of(receipt, reaction.id()));
      case ORPHAN -> throw Refusal.unknownTip();
      case CONFLICT -> throw Refusal.conflict();
    };
  }

  /** Room for one that is stray is kept before it is known to be none, or all would ask at once. */
  private Receipt receipt(UserId user, Reaction reaction) {
    if (!gate.holdStray(user)) {
      requireGiven(user, reaction);
      return react(user, reaction);
    }
    boolean isStray = false;
    try {
      Receipt receipt = react(user, reaction);
      isStray = receipt == Receipt.ORPHAN;
      return receipt;
    } finally {
      if (!isStray) {
        gate.releaseStray(user);
      }
    }
  }

  private void requireGiven(UserId user, Reaction reaction) {
    if (recommender.past(user, reaction.tip()).isEmpty()) {
      throw gate.stray(user);
    }
  }

  private Receipt react(UserId user, Reaction reaction) {
    try {
      return recommender.react(user, reaction);
    } catch (InvalidReactionException invalid) {
      throw Refusal.invalid(invalid);
    }
  }

  private static Reaction reaction(Fields body) {
    TipId tip = body.parsed("tip", TipId::parse, "be 32 lower-case hexadecimal digits");
    String kind = body.text("kind");
    Optional<ReactionId> id = body.optional("id", ReactionId::new, Fields.ID_RULE);
    return switch (kind) {
      case "done" -> named(id, plain(body, Reaction.done(tip)));
      case "dismiss" -> named(id, plain(body, Reaction.dismiss(tip)));
      case "snooze" ->
          named(id, Reaction.snooze(tip, absent(body, "target", "undo").instant("until")));
      case "undo" -> undo(tip, id, absent(body, "until", "snooze"));
      default -> throw Refusal.invalid("kind", "be done, snooze, dismiss or undo");
    };
  }

  private static Reaction named(Optional<ReactionId> id, Reaction reaction) {
    return id.map(reaction::id).orElse(reaction);
  }

  private static Reaction plain(Fields body, Reaction reaction) {
    absent(absent(body, "until", "snooze"), "target", "undo");
    return reaction;
  }

  private static Fields absent(Fields body, String name, String kind) {
    if (body.has(name)) {
      throw Refusal.invalid(name, "be absent unless kind is " + kind);
    }
    return body;
  }

  private static Undo undo(TipId tip, Optional<ReactionId> id, Fields body) {
    ReactionId target = body.parsed("target", ReactionId::new, Fields.ID_RULE);
    Undo undo = Reaction.undo(tip, target);
    return id.map(undo::id).orElse(undo);
  }
}
