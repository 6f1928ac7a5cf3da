package net.alogins.oo.nats;

import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;

/**
 * Who takes what others say. What a method was told is durable when it returns, and may be told
 * again: then it changes nothing. That something can never be taken is an {@link
 * IllegalArgumentException}; any other exception says that it is to be told again later. One thread
 * calls.
 */
public interface Inbox {

  /** Somebody reacted to a tip. */
  Receipt reacted(UserId user, Reaction reaction);

  /** A task is open, and is as this says. */
  default void opened(UserId user, Candidate task) {
    throw new IllegalArgumentException("tasks must be told to somebody who takes them");
  }

  /** A task is done, deleted, or somebody else's now. */
  default void gone(UserId user, CandidateId task) {
    throw new IllegalArgumentException("tasks must be told to somebody who takes them");
  }

  /** Tells a recommender of reactions; it takes no tasks. */
  static Inbox of(Recommender recommender) {
    return recommender::react;
  }
}
