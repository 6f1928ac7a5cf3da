package net.alogins.oo.http;

import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Operation.Method;

/** Every operation of {@code openapi.yaml}, bound to one recommender. */
public final class Operations {

  private Operations() {}

  /** The operations on {@code recommender}. */
  public static List<Operation> of(Recommender recommender) {
    Guard guard = new Guard(recommender);
    Tips tips = new Tips(recommender);
    History history = new History(recommender);
    Feedback feedback = new Feedback(recommender);
    OwnProfile profile = new OwnProfile(recommender);
    Probes probes = new Probes(recommender);
    return List.of(
        personal("askForTip", Method.POST, "/v1/tips", guard, tips::ask),
        personal("currentTip", Method.GET, "/v1/tips/current", guard, tips::current),
        personal("oneTip", Method.GET, "/v1/tips/{tip}", guard, history::one),
        personal("pastTips", Method.GET, "/v1/tips", guard, history::page),
        personal("giveFeedback", Method.POST, "/v1/feedback", guard, feedback::give),
        personal("profile", Method.GET, "/v1/profile", guard, profile::look),
        personal("prefer", Method.PUT, "/v1/profile/zone", guard, profile::prefer),
        personal("consent", Method.PUT, "/v1/profile/consents", guard, profile::consent),
        open("live", "/health/live", guard, call -> probes.live()),
        open("ready", "/health/ready", guard, call -> probes.ready()),
        open("contract", "/openapi.yaml", guard, call -> Contract.served()));
  }

  private static Operation personal(
      String id, Method method, String path, Guard guard, Handler.Personal handler) {
    return new Operation(id, method, path, true, guard.around(id, path, handler.forKnownUsers()));
  }

  private static Operation open(String id, String path, Guard guard, Handler handler) {
    return new Operation(id, Method.GET, path, false, guard.around(id, path, handler));
  }
}
