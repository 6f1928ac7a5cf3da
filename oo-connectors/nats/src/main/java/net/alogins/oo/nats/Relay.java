package net.alogins.oo.nats;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.PublishOptions;
import io.nats.client.api.StreamInfo;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;

/**
 * Sends the rows of a log to its stream, in order. The log is the outbox: a row is read again until
 * it is noted that the stream has it, so nothing is queued here but a page of the log and what is
 * on its way. Each message names its place in the stream, so one that was lost on the way is
 * followed by none, and of two senders one gets through.
 */
final class Relay implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Relay.class.getName());
  private static final int PAGE = 256;

  /** What is left of the largest message for its headers and subject. */
  private static final int HEADROOM = 2_048;

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long NOTING_NANOS = Duration.ofMillis(200).toNanos();

  private final Link link;
  private final Streams streams;
  private final Subjects subjects;
  private final EventLog log;
  private final Wire wire;
  private final UnaryOperator<Recorded> discretion;
  private final Progress progress;
  private final Patient patient;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicLong newest = new AtomicLong();
  private final AtomicLong confirmed = new AtomicLong();
  private final AtomicLong tooLarge = new AtomicLong();
  private final EventLog.Following following;

  Relay(
      Link link,
      Streams streams,
      Subjects subjects,
      EventLog log,
      Wire wire,
      UnaryOperator<Recorded> discretion) {
    this.link = link;
    this.streams = streams;
    this.subjects = subjects;
    this.log = log;
    this.wire = wire;
    this.discretion = discretion;
    this.progress = new Progress(log, wire);
    this.patient = new Patient("oo-nats-relay", this::send, link::drop);
    this.following = log.follow(this::heard);
  }

  void start() {
    patient.start();
  }

  /** Rows of the log that the stream does not have, as far as is known. */
  long lag() {
    return Math.max(0, newest.get() - confirmed.get());
  }

  /** Rows that no message can hold. */
  long tooLarge() {
    return tooLarge.get();
  }

  boolean isTroubled() {
    return patient.isTroubled();
  }

  /** On the thread of whoever has written: no more than a bell. */
  private void heard(List<Recorded> batch) {
    saw(batch.get(batch.size() - 1).seq());
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private void saw(long row) {
    newest.accumulateAndGet(row, Math::max);
  }

  private void send(AtomicBoolean closing) throws InterruptedException {
    confirmed.set(log.position(Progress.ROW).orElse(log.trimmed()));
    saw(End.of(log, Math.max(newest.get(), confirmed.get())));
    Connection connection = link.connection();
    StreamInfo stream = streams.events(connection);
    long row = progress.resume(connection, stream);
    Window window = new Window(row, stream.getStreamState().getLastSequence());
    confirmed.set(row);
    try {
      while (!closing.get()) {
        row = sendPage(connection, window, row);
      }
    } finally {
      note(window);
    }
  }

  /** Sends the rows after {@code row}, or waits for some; the last that was sent. */
  private long sendPage(Connection connection, Window window, long row)
      throws InterruptedException {
    List<Recorded> page = log.read(row, PAGE);
    if (page.isEmpty()) {
      window.drain();
      note(window);
      patient.well();
      bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      bell.drainPermits();
      requireStanding(connection);
      return row;
    }
    JetStream publishing = Asking.of(connection::jetStream);
    for (Recorded next : page) {
      window.awaitRoom();
      publish(publishing, connection.getServerInfo().getMaxPayload(), window, next);
    }
    window.look();
    noteNowAndThen(window);
    return page.get(page.size() - 1).seq();
  }

  private static void requireStanding(Connection connection) {
    if (!Link.stands(connection)) {
      throw new NatsException("NATS must be reachable but the connection is gone");
    }
  }

  private void publish(JetStream publishing, long most, Window window, Recorded row) {
    saw(row.seq());
    Recorded discreet = discretion.apply(row);
    Envelope envelope = wire.envelope(discreet);
    byte[] body = envelope.toByteArray();
    if (body.length > most - HEADROOM && discreet.event() instanceof Decided decided) {
      envelope = wire.envelope(new Recorded(row.seq(), decided.chosenOnly()));
      body = envelope.toByteArray();
    }
    if (body.length > most - HEADROOM) {
      tooLarge.incrementAndGet();
      LOGGER.log(Level.WARNING, "row " + row.seq() + " is larger than a message may be: not sent");
      return;
    }
    PublishOptions options =
        PublishOptions.builder()
            .messageId(envelope.getEventId())
            .expectedLastSequence(window.before())
            .build();
    String subject = subjects.event(envelope.getSubject(), envelope.getType());
    try {
      window.add(row.seq(), publishing.publishAsync(subject, body, options));
    } catch (IllegalStateException gone) {
      throw new NatsException("NATS must be reachable: " + gone.getMessage(), gone);
    }
  }

  private long notedAt;
  private long noted = -1;

  private void noteNowAndThen(Window window) {
    confirmed.set(window.row());
    if (System.nanoTime() - notedAt > NOTING_NANOS) {
      note(window);
    }
  }

  private void note(Window window) {
    confirmed.set(window.row());
    if (window.row() != noted) {
      progress.note(window.row(), window.sequence());
      noted = window.row();
    }
    notedAt = System.nanoTime();
  }

  @Override
  public void close() {
    following.close();
    bell.release();
    patient.close();
  }
}
