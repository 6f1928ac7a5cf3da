package net.alogins.oo.nats;

import io.nats.client.Message;
import io.nats.client.impl.NatsMessage;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;

/**
 * The rows of a log, written as messages: while one page is being sent the next one is written, and
 * the one after that read.
 */
final class Letters implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Letters.class.getName());
  private static final int PAGE = 256;

  /** What is left of the largest message for its headers and subject. */
  private static final int HEADROOM = 2_048;

  /**
   * A row as a message.
   *
   * @param row its number
   * @param id what tells it from others
   * @param message the envelope, for its subject
   */
  record Letter(long row, String id, Message message) {

    int size() {
      return message.getData().length;
    }
  }

  /**
   * A page of them.
   *
   * @param letters in order; rows that no message can hold are left out
   * @param last the last row that was read, 0 if there was none
   */
  record Page(List<Letter> letters, long last) {}

  private final EventLog log;
  private final Wire wire;
  private final Subjects subjects;
  private final UnaryOperator<Recorded> discretion;
  private final AtomicLong tooLarge = new AtomicLong();
  private final ExecutorService reader = thread("oo-nats-reader");
  private final ExecutorService writer = thread("oo-nats-writer");

  /** The rows after the last page, of which nobody has heard yet. */
  private Optional<Ahead> ahead = Optional.empty();

  private record Ahead(long after, Future<List<Recorded>> rows) {}

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  Letters(EventLog log, Wire wire, Subjects subjects, UnaryOperator<Recorded> discretion) {
    this.log = log;
    this.wire = wire;
    this.subjects = subjects;
    this.discretion = discretion;
  }

  /** Begins to read what comes after {@code row}, for messages of at most so many bytes. */
  Future<Page> after(long row, long most) {
    return writer.submit(() -> page(row, most - HEADROOM));
  }

  /** The page that was begun. */
  static Page awaited(Future<Page> page) throws InterruptedException {
    try {
      return page.get();
    } catch (ExecutionException failure) {
      throw new NatsException("the log must be readable: " + failure.getMessage(), failure);
    }
  }

  /** Rows that no message can hold. */
  long tooLarge() {
    return tooLarge.get();
  }

  /** On the writer's thread; the reader is one page ahead. */
  private Page page(long after, long most) throws Exception {
    List<Recorded> rows = rows(after);
    if (rows.isEmpty()) {
      return new Page(List.of(), 0);
    }
    long last = rows.get(rows.size() - 1).seq();
    ahead = Optional.of(new Ahead(last, reader.submit(() -> log.read(last, PAGE))));
    List<Letter> letters = new ArrayList<>(rows.size());
    rows.forEach(row -> add(row, most, letters));
    return new Page(letters, last);
  }

  private List<Recorded> rows(long after) throws Exception {
    Optional<Ahead> read = ahead.filter(some -> some.after() == after);
    ahead = Optional.empty();
    return read.isPresent() ? read.get().rows().get() : log.read(after, PAGE);
  }

  private void add(Recorded row, long most, List<Letter> letters) {
    Letter letter = letter(discretion.apply(row));
    if (letter.size() > most && row.event() instanceof Decided decided) {
      letter = letter(discretion.apply(new Recorded(row.seq(), decided.chosenOnly())));
    }
    if (letter.size() > most) {
      tooLarge.incrementAndGet();
      LOGGER.log(Level.WARNING, "row " + row.seq() + " is larger than a message may be: not sent");
    } else {
      letters.add(letter);
    }
  }

  private Letter letter(Recorded row) {
    Envelope envelope = wire.envelope(row);
    String subject = subjects.event(envelope.getSubject(), envelope.getType());
    Message message = NatsMessage.builder().subject(subject).data(envelope.toByteArray()).build();
    return new Letter(row.seq(), envelope.getEventId(), message);
  }

  @Override
  public void close() {
    writer.shutdown();
    reader.shutdown();
  }
}
