package net.alogins.oo.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Standing;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.signal.TooManyConnectionsException;

/** What a person has connected: to look at, to add to, and to end. */
final class OwnConnections {

  private static final String SECRET_RULE = "be 1 to " + TokenVault.LONGEST + " bytes";

  private final Optional<Connections> connections;
  private final Witness witness;

  /** Without {@code connections}, there is nothing that can be connected. */
  OwnConnections(Optional<Connections> connections, Witness witness) {
    this.connections = connections;
    this.witness = witness;
  }

  Response list(UserId user, Call call) {
    return Response.ok(WireConnections.of(connectors(), of(user)));
  }

  private List<Connector> connectors() {
    return connections.map(Connections::connectors).orElse(List.of()).stream()
        .filter(Connector::isOffered)
        .toList();
  }

  private List<Standing> of(UserId user) {
    return connections.map(all -> all.of(user)).orElse(List.of());
  }

  Response connect(UserId user, Call call) {
    Fields body = call.body("connector", "target", "mayWrite", "secret", "id");
    Connection wanted = wanted(user, body, word(user, body));
    Optional<String> made = made(wanted.connector());
    Secrets secret = secret(body, made);
    Optional<Standing> there = find(user, wanted.id());
    if (there.isPresent()) {
      return Response.ok(WireConnection.of(there.get()));
    }
    requireRoom(user);
    witness.hear(Act.own(user, "connect", wanted.connector()));
    AtomicBoolean isNew = new AtomicBoolean();
    Standing standing = connected(wanted, () -> taken(secret, isNew));
    return isNew.get()
        ? Response.json(201, WireConnection.of(standing, made))
        : Response.ok(WireConnection.of(standing));
  }

  private Standing connected(Connection wanted, Supplier<Secrets> secret) {
    try {
      return connections
          .flatMap(all -> all.connect(wanted, secret))
          .orElseThrow(Refusal::unknownConnection);
    } catch (TooManyConnectionsException crowded) {
      throw Refusal.tooManyConnections(Connections.MOST_OF_A_PERSON);
    }
  }

  /** Somebody else may have connected the same meanwhile: then this secret is nobody's. */
  private static Secrets taken(Secrets secret, AtomicBoolean isTaken) {
    isTaken.set(true);
    return secret;
  }

  private static ConnectionId word(UserId user, Fields body) {
    return body.optionalText("id")
        .map(word -> ConnectionId.of(user, word))
        .orElseGet(ConnectionId::random);
  }

  /** A new secret of a system whose secrets are made here. */
  private Optional<String> made(String connector) {
    return connector(connector).freshSecrets().map(Supplier::get);
  }

  private static Secrets secret(Fields body, Optional<String> made) {
    if (made.isPresent() && body.has("secret")) {
      throw Refusal.invalid("secret", "be absent: it is made here");
    }
    return made.map(Secrets::of).orElseGet(() -> body.parsed("secret", Secrets::of, SECRET_RULE));
  }

  private void requireRoom(UserId user) {
    if (of(user).size() >= Connections.MOST_OF_A_PERSON) {
      throw Refusal.tooManyConnections(Connections.MOST_OF_A_PERSON);
    }
  }

  private Connection wanted(UserId user, Fields body, ConnectionId id) {
    Connector connector = connector(body.text("connector"));
    String target = body.optionalText("target").orElse("");
    if (connector.needsTarget() && target.isBlank()) {
      throw Refusal.invalid("target", "be given");
    }
    if (!connector.takesTarget() && !target.isBlank()) {
      throw Refusal.invalid("target", "be absent for " + connector.name());
    }
    connector
        .objection(target)
        .ifPresent(
            rule -> {
              throw Refusal.invalid("target", rule);
            });
    return Fields.parsed(
        "target",
        target,
        text -> new Connection(id, user, connector.name(), text, body.flag("mayWrite")),
        "be at most 2048 characters");
  }

  private Connector connector(String name) {
    List<Connector> all = connectors();
    return all.stream()
        .filter(connector -> connector.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("connector", oneOf(all)));
  }

  private static String oneOf(List<Connector> all) {
    return all.isEmpty()
        ? "be one that can be connected here, but nothing can"
        : "be one of " + all.stream().map(Connector::name).toList();
  }

  private Standing own(UserId user, ConnectionId id) {
    return find(user, id).orElseThrow(Refusal::unknownConnection);
  }

  private Optional<Standing> find(UserId user, ConnectionId id) {
    return of(user).stream().filter(standing -> standing.connection().id().equals(id)).findFirst();
  }

  /** The page that asks for a new connection or, when it is named, for one that is there. */
  Response ask(UserId user, Call call) {
    Fields body = call.body("connector", "target", "mayWrite", "connection");
    Optional<Connection> again =
        body.optionalText("connection").map(id -> own(user, Call.connection(id)).connection());
    Connection wanted =
        wanted(user, body, again.map(Connection::id).orElseGet(ConnectionId::random));
    if (again.filter(old -> !old.connector().equals(wanted.connector())).isPresent()) {
      throw Refusal.invalid("connector", "be the one of the connection");
    }
    if (again.isEmpty()) {
      requireRoom(user);
    }
    return connections
        .flatMap(all -> all.ask(wanted))
        .map(page -> Response.ok(new WirePermission(page.toString())))
        .orElseThrow(() -> Refusal.invalid("connector", "be one whose own pages ask"));
  }

  Response redeem(UserId user, Call call) {
    Fields body = call.body("state", "code");
    String state = body.text("state");
    String code = body.text("code");
    witness.hear(Act.own(user, "redeem", ""));
    try {
      return connections
          .orElseThrow(Refusal::unknownState)
          .redeem(user, state, code)
          .map(standing -> Response.json(201, WireConnection.of(standing)))
          .orElseThrow(Refusal::unknownState);
    } catch (ConnectorException failure) {
      throw failure.kind() == ConnectorException.Kind.REVOKED
          ? Refusal.invalid("code", "be one that was given for this state")
          : Refusal.noAnswer();
    } catch (TooManyConnectionsException crowded) {
      throw Refusal.tooManyConnections(Connections.MOST_OF_A_PERSON);
    } catch (InterruptedException stopping) {
      throw stopping();
    }
  }

  private static Refusal stopping() {
    Thread.currentThread().interrupt();
    return Refusal.unavailable();
  }

  Response reconnect(UserId user, Call call) {
    Fields body = call.body("secret", "mayWrite");
    Optional<Connection> there = find(user, call.connection()).map(Standing::connection);
    Optional<String> made = there.map(Connection::connector).flatMap(this::made);
    Secrets secret = secret(body, made);
    boolean mayWrite = body.flag("mayWrite");
    Connection own = there.orElseThrow(Refusal::unknownConnection);
    witness.hear(Act.own(user, "reconnect", own.connector()));
    try {
      return connections
          .orElseThrow(Refusal::unknownConnection)
          .reconnect(user, own.id(), mayWrite, secret)
          .map(standing -> Response.ok(WireConnection.of(standing, made)))
          .orElseThrow(Refusal::unknownConnection);
    } catch (InterruptedException stopping) {
      throw stopping();
    }
  }

  Response disconnect(UserId user, Call call) {
    call.body();
    ConnectionId id = call.connection();
    witness.hear(Act.own(user, "disconnect", own(user, id).connection().connector()));
    try {
      return connections
          .orElseThrow(Refusal::unknownConnection)
          .disconnect(user, id)
          .map(revoked -> Response.ok(new WireDisconnected(revoked)))
          .orElseThrow(Refusal::unknownConnection);
    } catch (InterruptedException stopping) {
      throw stopping();
    }
  }
}
