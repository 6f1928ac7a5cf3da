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
  private final Semaphore heavy = new Semaphore(1);

  Admin(Recommender recommender) {
    this.recommender = recommender;
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
    return Response.ok(new WireRedriven(recommender.redrive(user, tip)));
  }

  private static boolean is(DeadLetter letter, UserId user, TipId tip) {
    return letter.user().equals(user) && letter.tip().equals(tip);
  }

  Response rebuild(Call call) {
    call.body();
    return alone(() -> Response.ok(WireStatus.of(recommender.rebuild())));
  }

  Response replay(Call call) {
    UserId user = call.personInBody();
    return alone(
        () ->
            recommender
                .replay(user, call.tip())
                .map(replay -> Response.ok(WireReplay.of(replay)))
                .orElseThrow(Refusal::unknownDecision));
  }

  Response decision(Call call) {
    UserId user = call.personInQuery();
    return recommender
        .past(user, call.tip())
        .map(past -> Response.ok(WireDecision.of(past, recommender.scores(user, call.tip()))))
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
