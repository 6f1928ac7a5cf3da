package net.alogins.oo.nats;

import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.ServerInfo;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one connection to NATS, made again when it is gone and somebody asks for it. */
final class Link implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Link.class.getName());
  private static final String LEAST = "2.9.0";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What newer servers can do that this module would use, and since when. */
  private record Feature(String since, String what) {}

  private static final List<Feature> FEATURES =
      List.of(
          new Feature("2.10.0", "compressed streams, so events are stored as they are"),
          new Feature("2.11.0", "an age for a single message, so all of a stream have the same"));

  private final String url;
  private Optional<Connection> current = Optional.empty();
  private boolean isClosed;

  Link(String url) {
    this.url = url;
  }

  /** Errors are what calls end with; what else is said of them is said twice. */
  private static final class Silent implements ErrorListener {

    @Override
    public void errorOccurred(Connection connection, String error) {
      LOGGER.log(Level.DEBUG, error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception failure) {
      LOGGER.log(Level.DEBUG, "connection", failure);
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
      LOGGER.log(Level.DEBUG, "slow consumer");
    }
  }

  /** A connection that stands, as far as is known. */
  synchronized Connection connection() throws InterruptedException {
    if (isClosed) {
      throw new NatsException("the bridge must be open but was closed");
    }
    if (current.filter(Link::stands).isEmpty()) {
      drop();
      current = Optional.of(connect());
    }
    return current.get();
  }

  static boolean stands(Connection connection) {
    return connection.getStatus() == Connection.Status.CONNECTED;
  }

  private Connection connect() throws InterruptedException {
    Options options =
        Options.builder()
            .server(url)
            .connectionName("oo")
            .connectionTimeout(PATIENCE)
            .pingInterval(PATIENCE)
            .noReconnect()
            .errorListener(new Silent())
            .build();
    try {
      Connection made = Nats.connect(options);
      say(made.getServerInfo());
      return made;
    } catch (IOException away) {
      throw new NatsException("NATS must be reachable: " + away.getMessage(), away);
    }
  }

  private static void say(ServerInfo server) {
    if (server.isOlderThanVersion(LEAST)) {
      throw new NatsException(
          "nats-server must be " + LEAST + " or newer but was " + server.getVersion());
    }
    if (!server.isJetStreamAvailable()) {
      throw new NatsException("nats-server must run with JetStream (-js) but does not");
    }
    LOGGER.log(Level.INFO, "connected to nats-server " + server.getVersion());
    FEATURES.stream()
        .filter(feature -> server.isOlderThanVersion(feature.since()))
        .forEach(
            feature ->
                LOGGER.log(
                    Level.INFO,
                    "nats-server {0} lacks what {1} has: {2}",
                    server.getVersion(),
                    feature.since(),
                    feature.what()));
  }

  /** Lets go of the connection; the next question makes another. */
  synchronized void drop() {
    current.ifPresent(Link::end);
    current = Optional.empty();
  }

  private static void end(Connection connection) {
    try {
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    drop();
  }
}
