package net.alogins.oo.nats;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Push;

/**
 * Who takes what others say. What a method was told is durable when it returns, and may be told
 * again: then it changes nothing. That something can never be taken is an {@link
 * IllegalArgumentException}; any other exception says that it is to be told again later. One thread
 * calls.
 */
public interface Inbox {

  /** Somebody reacted to a tip. */
  Receipt reacted(UserId user, Reaction reaction);

  /**
   * Tasks of a person have changed in another system. It is told again with the same message.
   *
   * @param source the system's name, which is the source of the tasks
   */
  default void pushed(UserId user, String source, Push push) throws InterruptedException {
    throw new IllegalArgumentException("tasks must be told to somebody who takes them");
  }

  /** Tells a recommender of reactions; it takes no tasks. */
  static Inbox of(Recommender recommender) {
    return recommender::react;
  }

  /**
   * Tells a recommender of reactions, and {@code connections} of the tasks of those systems of
   * which there is a {@link NatsConnector}. Its people are connected by the first of their tasks.
   */
  static Inbox of(Recommender recommender, Connections connections) {
    return new OpenInbox(recommender, connections);
  }
}
