package net.alogins.oo.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.alogins.oo.Health;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Operation.Method;
import net.alogins.oo.signal.Connections;

/** Every operation of {@code openapi.yaml}, bound to one recommender. Made by one thread. */
public final class Operations {

  private final Recommender recommender;
  private final Guard guard;
  private final Traffic traffic = new Traffic(System::nanoTime);
  private final List<Operation> all = new ArrayList<>();
  private Gate gate = Gate.OPEN;
  private Witness witness = Witness.NONE;
  private Optional<Connections> connections = Optional.empty();
  private Supplier<Map<String, Long>> others = Map::of;
  private final List<Family> families = new ArrayList<>();
  private Moment moment = Moment.AS_SAID;

  private Operations(Recommender recommender) {
    this.recommender = recommender;
    this.guard = new Guard(recommender);
  }

  /** The operations on {@code recommender}, which may be told more. */
  public static Operations on(Recommender recommender) {
    return new Operations(recommender);
  }

  /** The operations on {@code recommender}, as often as somebody asks. */
  public static List<Operation> of(Recommender recommender) {
    return on(recommender).list();
  }

  /** Has them done no more often than {@code limits} say. */
  public Operations limits(Limits limits) {
    gate = Gate.of(limits);
    return this;
  }

  /** Who hears of what is done before it is; without it, nobody does. */
  public Operations witness(Witness newWitness) {
    witness = newWitness;
    return this;
  }

  /** What people can connect; without it, that is nothing. */
  public Operations connections(Connections newConnections) {
    connections = Optional.of(newConnections);
    return this;
  }

  /** What is known when somebody asks for a tip; without it, what they say. */
  public Operations moment(Moment newMoment) {
    moment = newMoment;
    return this;
  }

  /** How far others who read the log are behind it, in rows; they count like our own followers. */
  public Operations lags(Supplier<Map<String, Long>> ofOthers) {
    others = ofOthers;
    return this;
  }

  /** Numbers of the host's own, which come after ours among the metrics. */
  public Operations family(Family family) {
    families.add(family);
    return this;
  }

  private Health health() {
    Health own = recommender.health();
    Map<String, Long> lags = new HashMap<>(others.get());
    lags.putAll(own.lags());
    return new Health(
        own.isOpen(),
        own.isVolatile(),
        own.counters(),
        own.timings(),
        lags,
        own.stuck(),
        own.people());
  }

  /** All of them. */
  public List<Operation> list() {
    all.clear();
    forPeople();
    forConnections(new OwnConnections(connections, witness));
    forAdministration(new Admin(recommender, witness));
    Metrics metrics = new Metrics(recommender, this::health, traffic, families);
    viewed("metrics", "/metrics", metrics::scraped);
    forEverybody(new Probes(this::health));
    return List.copyOf(all);
  }

  private void forPeople() {
    Tips tips = new Tips(recommender, moment);
    History history = new History(recommender);
    Feedback feedback = new Feedback(recommender, gate);
    OwnProfile profile = new OwnProfile(recommender, witness);
    personal("askForTip", Method.POST, "/v1/tips", tips::ask);
    personal("currentTip", Method.GET, "/v1/tips/current", tips::current);
    personal("oneTip", Method.GET, "/v1/tips/{tip}", history::one);
    personal("pastTips", Method.GET, "/v1/tips", history::page);
    personal("giveFeedback", Method.POST, "/v1/feedback", feedback::give);
    personal("profile", Method.GET, "/v1/profile", profile::look);
    personal("prefer", Method.PUT, "/v1/profile/zone", profile::prefer);
    personal("consent", Method.PUT, "/v1/profile/consents", profile::consent);
    personal("exportOwn", Method.GET, "/v1/export", new Export(recommender, witness)::give);
  }

  private void forConnections(OwnConnections own) {
    personal("connections", Method.GET, "/v1/connections", own::list);
    personal("connect", Method.POST, "/v1/connections", own::connect);
    personal("askThere", Method.POST, "/v1/connections/ask", own::ask);
    personal("redeem", Method.POST, "/v1/connections/redeem", own::redeem);
    personal("reconnect", Method.POST, "/v1/connections/{connection}/reconnect", own::reconnect);
    personal("disconnect", Method.POST, "/v1/connections/{connection}/disconnect", own::disconnect);
  }

  private void forAdministration(Admin admin) {
    viewed("standing", "/v1/admin/standing", admin::standing);
    viewed("policyStatus", "/v1/admin/policy", admin::status);
    viewed("deadLetters", "/v1/admin/dead-letters", admin::deadLetters);
    viewed("decision", "/v1/admin/decisions/{tip}", admin::decision);
    operated("redrive", "/v1/admin/dead-letters/{tip}/redrive", admin::redrive);
    operated("replay", "/v1/admin/decisions/{tip}/replay", admin::replay);
    operated("rebuild", "/v1/admin/rebuild", admin::rebuild);
  }

  private void forEverybody(Probes probes) {
    open("live", "/health/live", call -> probes.live());
    open("ready", "/health/ready", call -> probes.ready());
    open("contract", "/openapi.yaml", call -> Contract.served());
  }

  private void personal(String id, Method method, String path, Handler.Personal handler) {
    add(id, method, path, true, Role.NONE, gate.before(handler.forKnownUsers()));
  }

  private void viewed(String id, String path, Handler handler) {
    restricted(id, Method.GET, path, Role.VIEWER, handler);
  }

  private void operated(String id, String path, Handler handler) {
    restricted(id, Method.POST, path, Role.OPERATOR, handler);
  }

  private void restricted(String id, Method method, String path, Role role, Handler handler) {
    add(id, method, path, true, role, gate.before(handler.forRole(role)));
  }

  private void open(String id, String path, Handler handler) {
    add(id, Method.GET, path, false, Role.NONE, handler);
  }

  private void add(
      String id, Method method, String path, boolean needsUser, Role role, Handler handler) {
    Function<Request, Response> answers = traffic.counted(id, guard.around(id, path, handler));
    all.add(new Operation(id, method, path, needsUser, role, answers));
  }
}
