package net.alogins.oo.nats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PublishOptions;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.impl.Headers;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.id.UserId;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.v1.Incoming;

/**
 * Takes what others say, one after the other, and acknowledges it once it is durable. What can
 * never be taken goes to the dead letters first. What fails is told again later, without end while
 * everything fails; if others were taken meanwhile, five times.
 */
final class Intake implements AutoCloseable {

  static final int PAGE = 64;

  private static final System.Logger LOGGER = System.getLogger(Intake.class.getName());
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration ACK = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration TURN = Duration.ofMillis(200);
  private static final int LONGEST_CAUSE = 200;

  private final Link link;
  private final Streams streams;
  private final Subjects subjects;
  private final Pseudonyms names;
  private final Inbox inbox;
  private final Patient patient;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong dead = new AtomicLong();

  private final Failures failures = new Failures();
  private final Clock clock = Clock.systemUTC();

  /** What is said on one connection. */
  private record Session(JetStream stream, Turns turns) {}

  Intake(Link link, Streams streams, Subjects subjects, Pseudonyms names, Inbox inbox) {
    this.link = link;
    this.streams = streams;
    this.subjects = subjects;
    this.names = names;
    this.inbox = inbox;
    this.patient = new Patient("oo-nats-intake", this::take, link::drop);
  }

  void start() {
    patient.start();
  }

  /** Messages that were taken since the start. */
  long taken() {
    return taken.get();
  }

  /** Messages that went to the dead letters since the start. */
  long deadLetters() {
    return dead.get();
  }

  boolean isTroubled() {
    return patient.isTroubled();
  }

  private void take(AtomicBoolean closing) throws InterruptedException {
    Connection connection = link.connection();
    streams.incoming(connection);
    JetStream stream = Asking.of(connection::jetStream);
    PullSubscribeOptions durable = PullSubscribeOptions.bind(subjects.incoming(), Streams.CONSUMER);
    JetStreamSubscription messages =
        Asking.of(() -> stream.subscribe(subjects.everyIncoming(), durable));
    JetStreamManagement management = Asking.of(connection::jetStreamManagement);
    Session session = new Session(stream, new Turns(management, subjects.incoming()));
    while (!closing.get()) {
      for (Message message : Asking.of(() -> messages.fetch(PAGE, LOOK))) {
        takeInTurn(session, message);
      }
      if (!Link.stands(connection)) {
        throw new NatsException("NATS must be reachable but the connection is gone");
      }
      patient.well();
    }
  }

  private void takeInTurn(Session session, Message message) throws InterruptedException {
    if (!session.turns().isNext(message)) {
      message.nakWithDelay(TURN);
    } else if (isTaken(session.stream(), message)) {
      failures.forget(place(message));
      acknowledge(message);
      session.turns().done(message);
    }
  }

  /** Whether it is taken now, or is among the dead letters. */
  private boolean isTaken(JetStream stream, Message message) throws InterruptedException {
    try {
      Said.tell(inbox, parsed(message), id(message), clock.instant());
      taken.incrementAndGet();
    } catch (IllegalArgumentException never) {
      bury(stream, message, never);
    } catch (RuntimeException failure) {
      int tries = failures.add(place(message), taken.get());
      if (!failures.isHopeless(place(message), taken.get())) {
        again(message, failure, tries);
        return false;
      }
      bury(stream, message, failure);
    }
    return true;
  }

  private Incoming parsed(Message message) {
    try {
      Incoming said = Incoming.parseFrom(message.getData());
      if (!said.getTenant().equals(names.tenant().value())) {
        throw new IllegalArgumentException("a message must be for this tenant");
      }
      return said;
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException("a message must be one of the contract", malformed);
    }
  }

  private static long place(Message message) {
    return message.metaData().streamSequence();
  }

  /** What tells it from all others. */
  private static String id(Message message) {
    return message.metaData().timestamp() + "/" + place(message);
  }

  private static void again(Message message, RuntimeException failure, int tries) {
    Duration pause = Duration.ofMillis(100L << Math.min(tries, 10));
    LOGGER.log(
        tries == 1 ? Level.WARNING : Level.DEBUG,
        "a message could not be taken and is tried again",
        failure);
    message.nakWithDelay(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  /** Once it is known to be among the dead letters, it may leave its stream. */
  private void bury(JetStream stream, Message message, RuntimeException cause) {
    String why = cause instanceof IllegalArgumentException ? "refused" : "failed";
    String said = String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}", " ");
    Headers headers = new Headers();
    headers.add("Oo-Cause", said.substring(0, Math.min(said.length(), LONGEST_CAUSE)));
    headers.add("Oo-Subject", message.getSubject());
    PublishOptions once = PublishOptions.builder().messageId(id(message)).build();
    Asking.of(
        () ->
            stream.publish(subjects.dead(person(message), why), headers, message.getData(), once));
    dead.incrementAndGet();
    LOGGER.log(Level.WARNING, "a message is among the dead letters: " + said);
  }

  /** Of whom it is, if that can be told: so that who is forgotten is forgotten there, too. */
  private String person(Message message) {
    try {
      return names.of(new UserId(Incoming.parseFrom(message.getData()).getUser()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException unknown) {
      return "unknown";
    }
  }

  private static void acknowledge(Message message) throws InterruptedException {
    try {
      message.ackSync(ACK);
    } catch (TimeoutException | IllegalStateException late) {
      throw new NatsException("NATS must take acknowledgements: " + late.getMessage(), late);
    }
  }

  @Override
  public void close() {
    patient.close();
  }
}
