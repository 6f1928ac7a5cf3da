package net.alogins.oo.javalin;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.plugin.Plugin;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Caller;
import net.alogins.oo.http.Family;
import net.alogins.oo.http.Limits;
import net.alogins.oo.http.Moment;
import net.alogins.oo.http.Operation;
import net.alogins.oo.http.Operations;
import net.alogins.oo.http.Request;
import net.alogins.oo.http.Response;
import net.alogins.oo.http.Role;
import net.alogins.oo.http.Witness;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connections;

/**
 * Mounts every operation of the HTTP contract as a route of its own:
 *
 * <pre>{@code
 * Javalin.create(config -> config.registerPlugin(new OoPlugin(recommender, userResolver)));
 * }</pre>
 *
 * <p>It adds routes, and changes one setting: the host's JSON, exception and error handlers stay
 * its own. A handler that the host has for a status sees the problems of these routes too. The
 * setting is that Jetty's cache of headers minds case. Else credentials are taken for others that
 * came before on the same connection and differ in case alone.
 */
public final class OoPlugin extends Plugin<Void> {

  private final Operations operations;
  private final UserResolver users;
  private RoleResolver roles = context -> Role.NONE;
  private Function<Context, Optional<String>> addresses = context -> Optional.of(context.ip());

  /** The operations on {@code recommender}, which the host closes after its server. */
  public OoPlugin(Recommender recommender, UserResolver users) {
    this.operations = Operations.on(recommender);
    this.users = users;
  }

  /** Says what people may do beyond what is their own; without it, nobody may anything. */
  public OoPlugin roles(RoleResolver newRoles) {
    roles = newRoles;
    return this;
  }

  /** Limits how often somebody may ask; without it, they may as often as they like. */
  public OoPlugin limits(Limits newLimits) {
    operations.limits(newLimits);
    return this;
  }

  /**
   * Says from where strangers ask, each of whom is limited; without it, what Javalin says. Of an
   * empty one nobody knows, and it is not limited. It is not asked about people who are known.
   */
  public OoPlugin addresses(Function<Context, Optional<String>> newAddresses) {
    addresses = newAddresses;
    return this;
  }

  /** What people can connect; without it, that is nothing. The host closes it after its server. */
  public OoPlugin connections(Connections newConnections) {
    operations.connections(newConnections);
    return this;
  }

  /** Says how far others who read the log are behind it, in rows; without it, there are none. */
  public OoPlugin lags(Supplier<Map<String, Long>> ofOthers) {
    operations.lags(ofOthers);
    return this;
  }

  /** Numbers of the host's own among the metrics. */
  public OoPlugin family(Family family) {
    operations.family(family);
    return this;
  }

  /** Says what is known when somebody asks for a tip; without it, what they say. */
  public OoPlugin moment(Moment newMoment) {
    operations.moment(newMoment);
    return this;
  }

  /** Says who writes down what is done; without it, nobody does. */
  public OoPlugin witness(Witness newWitness) {
    operations.witness(newWitness);
    return this;
  }

  @Override
  public void onInitialize(JavalinState state) {
    state.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
    for (Operation operation : operations.list()) {
      HandlerType method = HandlerType.findOrCreate(operation.method().name());
      state.routes.addHttpHandler(
          method,
          operation.path(),
          context -> send(context, operation.answer(request(context, operation))));
    }
  }

  private Request request(Context context, Operation operation) {
    Optional<UserId> user = operation.needsUser() ? users.user(context) : Optional.empty();
    Role role = operation.role() == Role.NONE ? Role.NONE : roles.role(context);
    String query = Objects.requireNonNullElse(context.queryString(), "");
    UnaryOperator<String> headers = name -> Objects.requireNonNullElse(context.header(name), "");
    String path = context.req().getRequestURI();
    Caller caller =
        new Caller(user, role, user.isPresent() ? Optional.empty() : addresses.apply(context));
    return new Request(caller, path, query, headers, context.bodyInputStream());
  }

  private static void send(Context context, Response response) {
    context.status(response.status());
    response.headers().forEach(context::header);
    context.contentType(response.contentType());
    context.result(response.stream());
  }
}
