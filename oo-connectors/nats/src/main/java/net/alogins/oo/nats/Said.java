package net.alogins.oo.nats;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.wire.v1.Incoming;
import net.alogins.oo.wire.v1.TaskOpened;

/** What others say, for who takes it; what makes no sense is an illegal argument. */
final class Said {

  private Said() {}

  /** Tells {@code inbox} what a message says. */
  static void tell(Inbox inbox, Incoming message) {
    UserId user = new UserId(message.getUser());
    switch (message.getPayloadCase()) {
      case SAID -> requireTaken(inbox.reacted(user, reaction(message.getSaid())));
      case TASK_OPENED -> inbox.opened(user, task(message.getTaskOpened()));
      case TASK_GONE ->
          inbox.gone(
              user,
              new CandidateId(message.getTaskGone().getSource(), message.getTaskGone().getKey()));
      case PAYLOAD_NOT_SET ->
          throw new IllegalArgumentException("a message must say something that is known");
    }
  }

  private static void requireTaken(Receipt receipt) {
    if (receipt == Receipt.CONFLICT) {
      throw new IllegalArgumentException(
          "a reaction must be told as it was before but was another one of the same id");
    }
  }

  private static Reaction reaction(net.alogins.oo.wire.v1.Said said) {
    TipId tip = TipId.parse(said.getTip());
    Reaction reaction =
        said.getTarget().isEmpty()
            ? answer(tip, said)
            : Reaction.undo(tip, new ReactionId(said.getTarget()));
    return said.getId().isEmpty() ? reaction : reaction.id(new ReactionId(said.getId()));
  }

  private static Reaction answer(TipId tip, net.alogins.oo.wire.v1.Said said) {
    return switch (said.getKind()) {
      case REACTION_KIND_DONE -> Reaction.done(tip);
      case REACTION_KIND_DISMISSED -> Reaction.dismiss(tip);
      case REACTION_KIND_SNOOZED ->
          Reaction.snooze(
              tip, Instant.ofEpochSecond(said.getUntil().getSeconds(), said.getUntil().getNanos()));
      case REACTION_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("a reaction must be of a kind that is known");
    };
  }

  private static Candidate task(TaskOpened opened) {
    Candidate task = Candidate.of(opened.getSource(), opened.getKey(), opened.getTitle());
    task = opened.getKind().isEmpty() ? task : task.kind(opened.getKind());
    task = opened.getLink().isEmpty() ? task : task.link(URI.create(opened.getLink()));
    task = opened.hasDue() ? task.due(day(opened.getDue())) : task;
    task = opened.hasCreated() ? task.created(day(opened.getCreated())) : task;
    task = opened.hasMinutes() ? task.minutes(opened.getMinutes()) : task;
    return opened.hasPriority() ? task.priority(opened.getPriority()) : task;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException malformed) {
      throw new IllegalArgumentException("a day must be as in 2026-11-27", malformed);
    }
  }
}
