package net.alogins.oo.nats;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.SchemaRegistry;
import net.alogins.oo.wire.Wire;

/**
 * A tenant's way to NATS JetStream: its log's rows go out, what others say comes in.
 *
 * <pre>{@code
 * NatsBridge bridge = NatsBridge.to("nats://127.0.0.1:4222", pseudonyms)
 *     .relay(stores.log())
 *     .inbox(Inbox.of(recommender))
 *     .open();
 * }</pre>
 *
 * <p>It opens also while NATS is away, and tries until it is there. Nobody who waits for a tip
 * waits for it. Its methods may be called from any thread; that NATS cannot be reached is a {@link
 * NatsException}.
 */
public final class NatsBridge implements AutoCloseable {

  private final Link link;
  private final Streams streams;
  private final Pseudonyms names;
  private final NatsSchemas schemas;
  private final Optional<Relay> relay;
  private final Optional<Intake> intake;

  private NatsBridge(Builder with) {
    names = with.names;
    link = new Link(with.url);
    Subjects subjects = new Subjects(names.tenant());
    streams = new Streams(subjects, with.settings);
    schemas = new NatsSchemas(link, with.settings.replicas());
    relay =
        with.log.map(
            log ->
                new Relay(
                    link,
                    streams,
                    schemas,
                    log,
                    names,
                    new Letters(log, new Wire(names), subjects, with.discretion)));
    intake = with.inbox.map(inbox -> new Intake(link, streams, subjects, names, inbox));
  }

  /**
   * Begins a bridge to {@code url}, {@code nats://HOST:PORT} or {@code tls://HOST:PORT}; of a
   * cluster, several of them, separated by commas.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Builder to(String url, Pseudonyms names) {
    Arrays.stream(url.split(",", -1)).forEach(NatsBridge::check);
    return new Builder(url, names);
  }

  private static void check(String url) {
    String rule = "NATS must be at nats://HOST:PORT or tls://HOST:PORT";
    try {
      URI parsed = URI.create(url);
      if (!String.valueOf(parsed.getScheme()).matches("nats|tls") || parsed.getHost() == null) {
        throw new IllegalArgumentException(rule);
      }
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(rule, malformed);
    }
  }

  /** Whether people of {@code log} have been named already, with a key that has to be kept. */
  public static boolean hasNames(EventLog log) {
    return SameNames.areThere(log);
  }

  /** Everything about a bridge that is optional. */
  public static final class Builder {

    private final String url;
    private final Pseudonyms names;
    private Optional<EventLog> log = Optional.empty();
    private Optional<Inbox> inbox = Optional.empty();
    private NatsSettings settings = NatsSettings.STANDARD;
    private boolean isRenaming;
    private UnaryOperator<Recorded> discretion = NatsBridge::withoutWords;

    private Builder(String url, Pseudonyms names) {
      this.url = url;
      this.names = names;
    }

    /** Sends the rows of {@code newLog}, from the first that NATS does not have. */
    public Builder relay(EventLog newLog) {
      log = Optional.of(newLog);
      return this;
    }

    /** Tells {@code newInbox} what others say. */
    public Builder inbox(Inbox newInbox) {
      inbox = Optional.of(newInbox);
      return this;
    }

    /** Has streams on so many servers of a cluster, 1 by default: 1, 3 or 5. */
    public Builder replicas(int many) {
      settings = new NatsSettings(many, settings.kept(), settings.mostBytes());
      return this;
    }

    /** Keeps events that long where there is no stream of them yet; 400 days by default. */
    public Builder kept(Duration time) {
      settings = new NatsSettings(settings.replicas(), time, settings.mostBytes());
      return this;
    }

    /**
     * Lets events take so many bytes where there is no stream of them yet, 1 GiB by default; NATS
     * sets them aside at once, and the oldest events go when they are full.
     */
    public Builder room(long bytes) {
      settings = new NatsSettings(settings.replicas(), settings.kept(), bytes);
      return this;
    }

    /** Sends what tasks are called and where they are, too, which is left out otherwise. */
    public Builder words() {
      discretion = UnaryOperator.identity();
      return this;
    }

    /**
     * Has people named with this key from now on, whatever they were named with before: everybody
     * is somebody new then.
     */
    public Builder newNames() {
      isRenaming = true;
      return this;
    }

    /**
     * Opens it, whether NATS is there or not.
     *
     * @throws IllegalArgumentException if the people of the log were named with another key before
     */
    public NatsBridge open() {
      log.ifPresent(rows -> new SameNames(rows, names).begin(isRenaming));
      NatsBridge bridge = new NatsBridge(this);
      bridge.relay.ifPresent(Relay::start);
      bridge.intake.ifPresent(Intake::start);
      return bridge;
    }
  }

  private static Recorded withoutWords(Recorded row) {
    return row.event() instanceof Decided decided
        ? new Recorded(row.seq(), withoutWords(decided))
        : row;
  }

  private static Decided withoutWords(Decided decided) {
    Decided.Card card = decided.card();
    return new Decided(
        decided.user(),
        decided.at(),
        decided.tip(),
        decided.times(),
        decided.by(),
        decided.slate(),
        decided.chosen(),
        decided.exploration(),
        new Decided.Card("", "", card.due(), card.created(), card.minutes(), card.priority()),
        decided.reasons(),
        decided.removed(),
        decided.missing(),
        decided.stages());
  }

  /** Where releases of contracts are kept in NATS. */
  public SchemaRegistry schemas() {
    return schemas;
  }

  /**
   * Takes every message about {@code user} out of the streams; how many that were. What the log
   * still has of them, and NATS does not, is sent after that as before.
   */
  public long forget(UserId user) throws InterruptedException {
    return streams.forget(link.connection(), names.of(user));
  }

  /** How many rows NATS is behind the log. */
  public long lag() {
    return relay.map(Relay::lag).orElse(0L);
  }

  /** Whether it cannot do its work now, and tries again. */
  public boolean isTroubled() {
    return relay.filter(Relay::isTroubled).isPresent()
        || intake.filter(Intake::isTroubled).isPresent();
  }

  /** What it has done since it was opened, each number under its name. */
  public Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    relay.ifPresent(out -> counters.put("tooLarge", out.tooLarge()));
    intake.ifPresent(
        in -> {
          counters.put("taken", in.taken());
          counters.put("deadLettered", in.deadLetters());
        });
    return counters;
  }

  /** Ends its threads within seconds; what has not been sent is sent by the next. Twice is fine. */
  @Override
  public void close() {
    relay.ifPresent(Relay::close);
    intake.ifPresent(Intake::close);
    link.close();
  }
}
