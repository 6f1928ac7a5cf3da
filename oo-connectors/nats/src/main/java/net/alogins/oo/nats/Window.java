package net.alogins.oo.nats;

import io.nats.client.api.PublishAck;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is on its way, in order, at most 256 messages: who sends more waits for the oldest. Each
 * message is for one place in the stream, so after one that failed none gets in.
 */
final class Window {

  static final int MOST = 256;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Sent(long row, CompletableFuture<PublishAck> ack) {}

  private final Deque<Sent> underWay = new ArrayDeque<>(MOST);
  private long row;
  private long sequence;

  /** A window after {@code row}, which is the stream's message {@code sequence}. */
  Window(long row, long sequence) {
    this.row = row;
    this.sequence = sequence;
  }

  /** The last row that is surely in the stream. */
  long row() {
    return row;
  }

  /** The message of the stream that it is. */
  long sequence() {
    return sequence;
  }

  /** The place in the stream before the next message's. */
  long before() {
    return sequence + underWay.size();
  }

  /** Waits until there is room for one more. */
  void awaitRoom() throws InterruptedException {
    if (underWay.size() >= MOST) {
      confirm();
    }
  }

  void add(long sentRow, CompletableFuture<PublishAck> ack) {
    underWay.add(new Sent(sentRow, ack));
  }

  /** Takes note of what has arrived by now. */
  void look() throws InterruptedException {
    while (!underWay.isEmpty() && underWay.peek().ack().isDone()) {
      confirm();
    }
  }

  /** Waits until everything has arrived. */
  void drain() throws InterruptedException {
    while (!underWay.isEmpty()) {
      confirm();
    }
  }

  private void confirm() throws InterruptedException {
    Sent oldest = underWay.remove();
    PublishAck ack = arrived(oldest);
    row = oldest.row();
    if (ack.isDuplicate()) {
      throw new NatsException("row " + row + " was in the stream already: looking where it ends");
    }
    sequence = ack.getSeqno();
  }

  private static PublishAck arrived(Sent sent) throws InterruptedException {
    try {
      return sent.ack().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new NatsException(
          "row " + sent.row() + " must reach the stream but did not: " + failure.getMessage(),
          failure);
    }
  }
}
