package net.alogins.oo.nats;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Pushed;
import net.alogins.oo.signal.TooManyConnectionsException;

/** Takes reactions and tasks. */
final class OpenInbox implements Inbox {

  private final Recommender recommender;
  private final Connections connections;

  OpenInbox(Recommender recommender, Connections connections) {
    this.recommender = recommender;
    this.connections = connections;
  }

  @Override
  public Receipt reacted(UserId user, Reaction reaction) {
    return recommender.react(user, reaction);
  }

  @Override
  public void pushed(UserId user, String source, Push push) throws InterruptedException {
    requireKnown(source);
    ConnectionId id = ConnectionId.of(user, "nats/" + source);
    Pushed pushed = push(id, source, push);
    if (pushed == Pushed.UNKNOWN) {
      connect(new Connection(id, user, source, "", false));
      pushed = push(id, source, push);
    }
    require(pushed);
  }

  private void requireKnown(String source) {
    boolean isKnown =
        connections.connectors().stream()
            .filter(NatsConnector.class::isInstance)
            .map(Connector::name)
            .anyMatch(source::equals);
    if (!isKnown) {
      throw new IllegalArgumentException("source must be a system that may push tasks over NATS");
    }
  }

  private Pushed push(ConnectionId id, String source, Push push) throws InterruptedException {
    try {
      return connections.push(id, source, access -> push);
    } catch (ConnectorException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Another server may have been faster: then it is told again. */
  private void connect(Connection connection) {
    try {
      connections.connect(connection);
    } catch (IllegalArgumentException raced) {
      throw new IllegalStateException("a person is being connected elsewhere", raced);
    } catch (TooManyConnectionsException full) {
      throw new IllegalArgumentException(full.getMessage(), full);
    }
  }

  private static void require(Pushed pushed) {
    switch (pushed) {
      case TAKEN, REPEATED -> {}
      case REUSED -> throw new IllegalArgumentException("event_id must be new for another message");
      case FULL ->
          throw new IllegalArgumentException("a person must have at most 10000 open tasks there");
      case CROWDED, UNKNOWN ->
          throw new IllegalStateException("tasks could not be taken now: " + pushed);
    }
  }
}
