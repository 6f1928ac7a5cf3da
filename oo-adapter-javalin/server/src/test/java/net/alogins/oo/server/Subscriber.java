package net.alogins.oo.server;

import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import net.alogins.oo.wire.Wire;

/**
 * A program elsewhere that follows the stream of events by a durable consumer, acknowledges each
 * once it has taken it, one after the other, and goes on whatever befalls NATS: it connects again,
 * and begins anew where NATS has forgotten it.
 */
final class Subscriber implements AutoCloseable {

  private static final int BATCH = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LISTENING = Duration.ofMillis(500);
  private static final Duration LAG = Duration.ofSeconds(60);
  private static final Duration LAG_OF_ROW = Duration.ofMillis(5);
  private static final long BREATH_NANOS = 100_000_000;

  private final String url;
  private final String name;
  private final Sightings sightings = new Sightings();
  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();
  private final Thread thread;
  private volatile boolean isOver;

  private Subscriber(String url, String name) {
    this.url = url;
    this.name = name;
    this.thread = new Thread(this::follow, "subscriber-" + name);
  }

  /** One called {@code name}, who listens at {@code url} from now on. */
  static Subscriber at(String url, String name) {
    Subscriber subscriber = new Subscriber(url, name);
    subscriber.thread.start();
    return subscriber;
  }

  private void follow() {
    try {
      while (!isOver) {
        connect();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("try") // a connection's close may be interrupted
  private void connect() throws InterruptedException {
    Options options =
        Options.builder()
            .server(url)
            .connectionTimeout(PATIENCE)
            .pingInterval(PATIENCE)
            .noReconnect()
            .errorListener(new ErrorListener() {})
            .build();
    try (Connection connection = Nats.connect(options)) {
      listen(connection);
    } catch (IOException | JetStreamApiException | IllegalStateException away) {
      LockSupport.parkNanos(BREATH_NANOS);
    }
  }

  private void listen(Connection connection) throws IOException, JetStreamApiException {
    ConsumerConfiguration durable =
        ConsumerConfiguration.builder()
            .durable(name)
            .ackPolicy(AckPolicy.Explicit)
            .ackWait(PATIENCE)
            .maxAckPending(1)
            .build();
    connection.jetStreamManagement().addOrUpdateConsumer(Heard.STREAM, durable);
    PullSubscribeOptions bound = PullSubscribeOptions.bind(Heard.STREAM, name);
    JetStreamSubscription messages = connection.jetStream().subscribe(null, bound);
    connections.incrementAndGet();
    while (!isOver && connection.getStatus() == Connection.Status.CONNECTED) {
      messages.iterate(BATCH, LISTENING).forEachRemaining(this::take);
    }
  }

  private void take(Message message) {
    sightings.take(Wire.parse(message.getData()));
    heard.incrementAndGet();
    message.ack();
  }

  /** What it has heard of, once that is as many rows as there are. */
  Sightings of(int rows) {
    await()
        .atMost(LAG.plus(LAG_OF_ROW.multipliedBy(rows)))
        .until(() -> sightings.rows().size() >= rows);
    return sightings;
  }

  String verdict() {
    return "%d messages live over %d connections".formatted(heard.get(), connections.get());
  }

  @Override
  public void close() {
    isOver = true;
    LockSupport.unpark(thread);
  }
}
