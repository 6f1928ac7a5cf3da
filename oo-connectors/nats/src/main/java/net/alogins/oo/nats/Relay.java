package net.alogins.oo.nats;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.PublishOptions;
import io.nats.client.api.StreamInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.nats.Letters.Letter;
import net.alogins.oo.nats.Letters.Page;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.Wire;

/**
 * Sends the rows of a log to its stream, in order. The log is the outbox: a row is read again until
 * it is noted that the stream has it, so nothing is queued here but a page of the log and what is
 * on its way. Each message names its place in the stream, so one that was lost on the way is
 * followed by none, and of two senders one gets through.
 */
final class Relay implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long NOTING_NANOS = Duration.ofSeconds(1).toNanos();

  private final Link link;
  private final Streams streams;
  private final NatsSchemas schemas;
  private final EventLog log;
  private final Letters letters;
  private final Progress progress;
  private final SameNames same;
  private final Patient patient;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicLong newest = new AtomicLong();
  private final AtomicLong confirmed = new AtomicLong();
  private final EventLog.Following following;

  Relay(
      Link link,
      Streams streams,
      NatsSchemas schemas,
      EventLog log,
      Pseudonyms names,
      Letters letters) {
    this.link = link;
    this.schemas = schemas;
    this.streams = streams;
    this.log = log;
    this.letters = letters;
    this.progress = new Progress(log, new Wire(names));
    this.same = new SameNames(log, names);
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
    return letters.tooLarge();
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

  /** Of several processes that share the log one does this, and the others look on. */
  private void lookOn() throws InterruptedException {
    confirmed.set(log.position(Progress.ROW).orElse(log.trimmed()));
    patient.well();
    bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    bell.drainPermits();
  }

  private void send(AtomicBoolean closing) throws InterruptedException {
    if (!log.leads(Progress.ROW)) {
      lookOn();
      return;
    }
    confirmed.set(log.position(Progress.ROW).orElse(log.trimmed()));
    saw(End.of(log, Math.max(newest.get(), confirmed.get())));
    same.require();
    Connection connection = link.connection();
    schemas.registerOwn();
    StreamInfo stream = streams.events(connection);
    long row = progress.resume(connection, stream);
    Window window = new Window(row, stream.getStreamState().getLastSequence());
    confirmed.set(row);
    try {
      Future<Page> next = letters.after(row, connection.getServerInfo().getMaxPayload());
      while (!closing.get() && log.leads(Progress.ROW)) {
        Page page = Letters.awaited(next);
        next = sendPage(connection, window, page, row);
        row = Math.max(row, page.last());
      }
    } finally {
      note(window);
    }
  }

  /** Sends {@code page}, or waits for one; the next is begun meanwhile. */
  private Future<Page> sendPage(Connection connection, Window window, Page page, long row)
      throws InterruptedException {
    long most = connection.getServerInfo().getMaxPayload();
    if (page.last() == 0) {
      window.drain();
      note(window);
      patient.well();
      bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      bell.drainPermits();
      requireStanding(connection);
      return letters.after(row, most);
    }
    saw(page.last());
    Future<Page> next = letters.after(page.last(), most);
    JetStream publishing = Asking.of(connection::jetStream);
    for (Letter letter : page.letters()) {
      window.awaitRoom();
      publish(publishing, window, letter);
    }
    window.look();
    noteNowAndThen(window);
    return next;
  }

  private static void requireStanding(Connection connection) {
    if (!Link.stands(connection)) {
      throw new NatsException("NATS must be reachable but the connection is gone");
    }
  }

  private static void publish(JetStream publishing, Window window, Letter letter) {
    PublishOptions options =
        PublishOptions.builder()
            .messageId(letter.id())
            .expectedLastSequence(window.before())
            .build();
    try {
      window.add(letter.row(), publishing.publishAsync(letter.message(), options));
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
    letters.close();
  }
}
