package net.alogins.oo.http;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.DeadLetter;

/** What those look at and set going who run a recommender. */
final class Admin {

  private final Recommender recommender;
  private final Witness witness;
  private final Semaphore heavy = new Semaphore(1);

  Admin(Recommender recommender, Witness witness) {
    this.recommender = recommender;
    this.witness = witness;
  }

  Response standing(Call call) {
    return Response.ok(WireStanding.of(recommender.health(), recommender.deadLetters().size()));
  }

  Response status(Call call) {
    return Response.ok(WireStatus.of(recommender.status()));
  }

  Response deadLetters(Call call) {
    return Response.ok(WireDeadLetters.of(recommender.deadLetters()));
  }

  Response redrive(Call call) {
    UserId user = call.personInBody();
    TipId tip = call.tip();
    if (recommender.deadLetters().stream().noneMatch(letter -> is(letter, user, tip))) {
      throw Refusal.unknownDeadLetter();
    }
    witness.hear(Act.about(call.caller(), "redrive", user, tip));
    return Response.ok(new WireRedriven(recommender.redrive(user, tip)));
  }

  private static boolean is(DeadLetter letter, UserId user, TipId tip) {
    return letter.user().equals(user) && letter.tip().equals(tip);
  }

  Response rebuild(Call call) {
    call.body();
    return alone(
        () -> {
          witness.hear(Act.onAll(call.caller(), "rebuild"));
          return Response.ok(WireStatus.of(recommender.rebuild()));
        });
  }

  Response replay(Call call) {
    UserId user = call.personInBody();
    TipId tip = call.tip();
    return alone(
        () -> {
          witness.hear(Act.about(call.caller(), "replay", user, tip));
          return recommender
              .replay(user, tip)
              .map(replay -> Response.ok(WireReplay.of(replay)))
              .orElseThrow(Refusal::unknownDecision);
        });
  }

  Response decision(Call call) {
    UserId user = call.personInQuery();
    TipId tip = call.tip();
    witness.hear(Act.about(call.caller(), "decision", user, tip));
    return recommender
        .past(user, tip)
        .map(past -> Response.ok(WireDecision.of(past, recommender.scores(user, tip))))
        .orElseThrow(Refusal::unknownDecision);
  }

  /** Reading the log takes its time; one at once is enough. */
  private Response alone(Supplier<Response> work) {
    if (!heavy.tryAcquire()) {
      throw Refusal.busy();
    }
    try {
      return work.get();
    } finally {
      heavy.release();
    }
  }
}
