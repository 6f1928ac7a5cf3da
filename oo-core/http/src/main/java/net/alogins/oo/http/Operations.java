package net.alogins.oo.http;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Operation.Method;

/** Every operation of {@code openapi.yaml}, bound to one recommender. */
public final class Operations {

  private final Guard guard;
  private final Gate gate;
  private final List<Operation> all = new ArrayList<>();

  private Operations(Recommender recommender, Gate gate) {
    this.guard = new Guard(recommender);
    this.gate = gate;
  }

  /** The operations on {@code recommender}, as often as somebody asks. */
  public static List<Operation> of(Recommender recommender) {
    return of(recommender, Gate.OPEN);
  }

  /** The operations on {@code recommender}, no more often than {@code limits} say. */
  public static List<Operation> of(Recommender recommender, Limits limits) {
    return of(recommender, Gate.of(limits));
  }

  private static List<Operation> of(Recommender recommender, Gate gate) {
    Operations operations = new Operations(recommender, gate);
    operations.forPeople(recommender);
    operations.forAdministration(new Admin(recommender));
    operations.forEverybody(new Probes(recommender));
    return List.copyOf(operations.all);
  }

  private void forPeople(Recommender recommender) {
    Tips tips = new Tips(recommender);
    History history = new History(recommender);
    Feedback feedback = new Feedback(recommender, gate);
    OwnProfile profile = new OwnProfile(recommender);
    personal("askForTip", Method.POST, "/v1/tips", tips::ask);
    personal("currentTip", Method.GET, "/v1/tips/current", tips::current);
    personal("oneTip", Method.GET, "/v1/tips/{tip}", history::one);
    personal("pastTips", Method.GET, "/v1/tips", history::page);
    personal("giveFeedback", Method.POST, "/v1/feedback", feedback::give);
    personal("profile", Method.GET, "/v1/profile", profile::look);
    personal("prefer", Method.PUT, "/v1/profile/zone", profile::prefer);
    personal("consent", Method.PUT, "/v1/profile/consents", profile::consent);
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
    all.add(new Operation(id, method, path, needsUser, role, guard.around(id, path, handler)));
  }
}
