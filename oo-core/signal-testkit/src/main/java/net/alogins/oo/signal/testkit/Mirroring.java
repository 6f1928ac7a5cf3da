package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Push;
import org.junit.jupiter.api.BeforeEach;

/** Another system, a connector to it, and the mirror that it fills, answer by answer. */
abstract class Mirroring {

  static final UserId ADA = new UserId("ada");
  static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  static final int MOST_ANSWERS = 1_000;

  /** More than one page of most systems' answers. */
  static final int MANY = 230;

  OtherSystem there;
  Connector connector;
  KnownAccess access;
  Connection connection;
  ConnectionStore store;

  @SuppressWarnings("NullAway.Init")
  Mirroring() {}

  /** The other system, with no task in it; asked for once in each test. */
  protected abstract OtherSystem system() throws Exception;

  @BeforeEach
  void connect() throws Exception {
    there = system();
    connector = there.connector();
    access = KnownAccess.to(connector.name(), ADA, there.target(), there.secrets(), NOW);
    connection = new Connection(new ConnectionId("c"), ADA, connector.name(), there.target(), true);
    store = empty();
  }

  ConnectionStore empty() {
    ConnectionStore empty = new InMemoryConnectionStore();
    empty.add(connection);
    return empty;
  }

  boolean can(Capability capability) {
    return there.capabilities().contains(capability);
  }

  /** What was pushed and one answer, applied; whether that was the last. */
  boolean step(ConnectionStore into) throws Exception {
    for (Push push : there.pushed()) {
      into.push(connection.id(), push, NOW);
    }
    Optional<Cursor> since = into.cursor(connection.id());
    Fetch fetch;
    try {
      fetch = connector.fetch(access, since);
    } catch (ConnectorException failure) {
      if (failure.kind() != ConnectorException.Kind.STALE) {
        throw failure;
      }
      into.startOver(connection.id());
      return false;
    }
    into.apply(connection.id(), fetch, NOW);
    return fetch.isLast();
  }

  void sync(ConnectionStore into) throws Exception {
    for (int i = 0; i < MOST_ANSWERS; i++) {
      if (step(into)) {
        return;
      }
    }
    throw new AssertionError("a sync must end but had " + MOST_ANSWERS + " answers");
  }

  static Set<String> keys(ConnectionStore of) {
    return of.open(ADA).stream().map(task -> task.id().key()).collect(Collectors.toSet());
  }

  static String title(ConnectionStore of, String key) {
    return of.open(ADA).stream()
        .filter(task -> task.id().key().equals(key))
        .map(Candidate::title)
        .collect(Collectors.joining());
  }

  List<String> added(int count) {
    return there.add(IntStream.rangeClosed(1, count).mapToObj(i -> "Task " + i).toList());
  }

  /** Completes or reopens a task there. */
  static Command command(Command.Verb verb, String key, int number) {
    return new Command("00000000-0000-4000-8000-00000000000" + number, verb, key, NOW);
  }

  /** What comes of asking for everything and, where that can be, of writing. */
  Optional<ConnectorException> failure() {
    return Optional.ofNullable(catchThrowableOfType(ConnectorException.class, this::reach));
  }

  private void reach() throws Exception {
    sync(store);
    if (can(Capability.WRITES)) {
      String some = there.open().stream().findFirst().orElse("none");
      connector.execute(access, command(Command.Verb.COMPLETE, some, 9));
    }
  }

  /** Of which kind that failure is. */
  Optional<ConnectorException.Kind> trouble() {
    return failure().map(ConnectorException::kind);
  }
}
