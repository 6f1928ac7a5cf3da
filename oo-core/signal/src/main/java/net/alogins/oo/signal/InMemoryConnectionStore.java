package net.alogins.oo.signal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;

/** Connections in memory: when the process ends, nobody is connected to anything. */
public final class InMemoryConnectionStore implements ConnectionStore {

  private final Map<ConnectionId, Held> byId = new LinkedHashMap<>();

  /** Makes one without connections. */
  public InMemoryConnectionStore() {}

  @Override
  public synchronized void add(Connection connection) {
    if (byId.putIfAbsent(connection.id(), new Held(connection)) != null) {
      throw new IllegalArgumentException(
          "connection id must be new but was " + connection.id() + " before");
    }
  }

  @Override
  public synchronized void update(Connection connection) {
    change(connection.id(), held -> held.update(connection));
  }

  @Override
  public synchronized void remove(ConnectionId id) {
    byId.remove(id);
  }

  @Override
  public synchronized List<Standing> all() {
    return byId.values().stream().map(Held::standing).toList();
  }

  @Override
  public synchronized List<Standing> of(UserId user) {
    return heldBy(user).stream().map(Held::standing).toList();
  }

  @Override
  public synchronized Optional<Standing> find(ConnectionId id) {
    return look(id, Held::standing);
  }

  @Override
  public synchronized Optional<Cursor> cursor(ConnectionId id) {
    return look(id, Held::cursor).flatMap(Function.identity());
  }

  @Override
  public synchronized void apply(ConnectionId id, Fetch fetch, Instant at) {
    change(id, held -> held.apply(fetch, at.truncatedTo(ChronoUnit.MILLIS)));
  }

  @Override
  public synchronized Pushed push(ConnectionId id, Push push, Instant now) {
    return look(id, held -> held.push(push, now)).orElse(Pushed.UNKNOWN);
  }

  @Override
  public synchronized void complete(ConnectionId id, String key) {
    change(id, held -> held.complete(key));
  }

  @Override
  public synchronized void reopen(ConnectionId id, String key) {
    change(id, held -> held.reopen(key));
  }

  @Override
  public synchronized void startOver(ConnectionId id) {
    change(id, Held::startOver);
  }

  @Override
  public synchronized void resume(ConnectionId id) {
    change(id, Held::resume);
  }

  @Override
  public synchronized void fail(
      ConnectionId id, ConnectorException.Kind trouble, Optional<Instant> retry) {
    change(id, held -> held.fail(trouble, retry.map(when -> when.truncatedTo(ChronoUnit.MILLIS))));
  }

  @Override
  public synchronized List<Candidate> open(UserId user) {
    return heldBy(user).stream().flatMap(held -> held.open().stream()).toList();
  }

  @Override
  public synchronized Optional<Connection> holder(UserId user, String connector, String key) {
    return heldBy(user).stream()
        .map(Held::standing)
        .map(Standing::connection)
        .filter(connection -> connection.connector().equals(connector))
        .filter(connection -> look(connection.id(), held -> held.knows(key)).orElse(false))
        .findFirst();
  }

  @Override
  public synchronized void enqueue(ConnectionId id, Command command) {
    change(id, held -> held.enqueue(command));
  }

  @Override
  public synchronized List<Command> commands(ConnectionId id, int most) {
    return look(id, held -> held.commands(most)).orElse(List.of());
  }

  @Override
  public synchronized void done(ConnectionId id, String command) {
    change(id, held -> held.done(command));
  }

  private List<Held> heldBy(UserId user) {
    return byId.values().stream()
        .filter(held -> held.standing().connection().user().equals(user))
        .toList();
  }

  private <T> Optional<T> look(ConnectionId id, Function<Held, T> look) {
    return Optional.ofNullable(byId.get(id)).map(look);
  }

  private void change(ConnectionId id, Consumer<Held> change) {
    Optional.ofNullable(byId.get(id)).ifPresent(change);
  }
}
