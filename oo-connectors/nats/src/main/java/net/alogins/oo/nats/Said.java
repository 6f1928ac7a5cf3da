package net.alogins.oo.nats;

import com.google.protobuf.InvalidProtocolBufferException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.OneLine;
import net.alogins.oo.signal.Push;
import net.alogins.oo.wire.v1.Incoming;
import net.alogins.oo.wire.v1.TaskGone;
import net.alogins.oo.wire.v1.TaskOpened;

/** What others say, for who takes it; what makes no sense is an illegal argument. */
final class Said {

  /** How long a message is known when it comes again. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private static final Set<String> WEB = Set.of("http", "https");
  private static final int LONGEST_KIND = 64;
  private static final int LONGEST_LINK = 2_048;
  private static final int MOST_MINUTES = 365 * 24 * 60;

  private Said() {}

  /**
   * Tells {@code inbox} what a message says.
   *
   * @param place what tells the message from others, if its sender does not say
   * @param now when it is read
   */
  static void tell(Inbox inbox, Incoming message, String place, Instant now)
      throws InterruptedException {
    UserId user = new UserId(message.getUser());
    switch (message.getPayloadCase()) {
      case SAID -> requireTaken(inbox.reacted(user, reaction(message.getSaid())));
      case TASK_OPENED -> {
        Candidate task = task(message.getTaskOpened());
        Change change = new Change.Open(task);
        inbox.pushed(user, task.id().source(), push(message, change, place, now));
      }
      case TASK_GONE -> {
        TaskGone gone = message.getTaskGone();
        CandidateId task = new CandidateId(gone.getSource(), gone.getKey());
        inbox.pushed(user, task.source(), push(message, new Change.Gone(task.key()), place, now));
      }
      case PAYLOAD_NOT_SET ->
          throw new IllegalArgumentException("a message must say something that is known");
    }
  }

  /** Whether a message is about a task, whose changes have an order. */
  static boolean isTask(byte[] message) {
    try {
      return switch (Incoming.parseFrom(message).getPayloadCase()) {
        case TASK_OPENED, TASK_GONE -> true;
        case SAID, PAYLOAD_NOT_SET -> false;
      };
    } catch (InvalidProtocolBufferException malformed) {
      return false;
    }
  }

  private static Push push(Incoming message, Change change, String place, Instant now) {
    String id = message.getEventId().isEmpty() ? place : message.getEventId();
    String digest = UUID.nameUUIDFromBytes(message.toByteArray()).toString();
    return new Push(id, digest, now.plus(REMEMBERED), List.of(change));
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
    Candidate task =
        Candidate.of(
            opened.getSource(),
            opened.getKey(),
            line("the title of a task", opened.getTitle(), Candidate.LONGEST_TITLE));
    task =
        opened.getKind().isEmpty()
            ? task
            : task.kind(line("the kind of a task", opened.getKind(), LONGEST_KIND));
    task = opened.getLink().isEmpty() ? task : task.link(link(opened.getLink()));
    task = opened.hasDue() ? task.due(day(opened.getDue())) : task;
    task = opened.hasCreated() ? task.created(day(opened.getCreated())) : task;
    task = opened.hasMinutes() ? task.minutes(minutes(opened.getMinutes())) : task;
    return opened.hasPriority() ? task.priority(opened.getPriority()) : task;
  }

  /** What is too long is cut, as for the tasks of any other system. */
  private static String line(String what, String text, int longest) {
    return OneLine.of(text, longest)
        .orElseThrow(() -> new IllegalArgumentException(what + " must be a text, not blank"));
  }

  private static URI link(String text) {
    String rule = "the link of a task must be an address of the web";
    try {
      URI link = URI.create(text);
      boolean isWeb = link.getHost() != null && WEB.contains(link.getScheme());
      if (isWeb && text.length() <= LONGEST_LINK) {
        return link;
      }
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(rule, malformed);
    }
    throw new IllegalArgumentException(rule);
  }

  private static int minutes(int minutes) {
    if (minutes > MOST_MINUTES) {
      throw new IllegalArgumentException("the minutes of a task must be 1 to " + MOST_MINUTES);
    }
    return minutes;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException malformed) {
      throw new IllegalArgumentException("a day must be as in 2026-11-27", malformed);
    }
  }
}
