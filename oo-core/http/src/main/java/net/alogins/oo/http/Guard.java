package net.alogins.oo.http;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import net.alogins.oo.Recommender;

/** What stands around every handler: whatever it throws becomes a problem. */
final class Guard {

  private static final System.Logger LOGGER = System.getLogger(Operation.class.getName());

  private final Recommender recommender;

  /** Whether what is behind was away the last time: that is said once. */
  private final AtomicBoolean isAway = new AtomicBoolean();

  Guard(Recommender recommender) {
    this.recommender = recommender;
  }

  Function<Request, Response> around(String operation, String path, Handler handler) {
    Template template = Template.of(path);
    return request -> {
      try {
        Response answer = handler.answer(call(template, request));
        isAway.set(false);
        return answer;
      } catch (Refusal refusal) {
        return refusal.response();
      } catch (RuntimeException failure) {
        return answer(operation, failure).response();
      }
    };
  }

  private Refusal answer(String operation, RuntimeException failure) {
    if (!recommender.health().isOpen()) {
      return Refusal.unavailable();
    }
    boolean isOutage = Outage.isBehind(failure);
    Level level = !isOutage ? Level.ERROR : isAway.getAndSet(true) ? Level.DEBUG : Level.WARNING;
    LOGGER.log(level, operation + " failed", failure);
    return isOutage ? Refusal.away() : Refusal.bug();
  }

  private static Call call(Template template, Request request) {
    return template
        .parameters(request.path())
        .map(parameters -> new Call(request, parameters))
        .orElseThrow(Refusal::unknownPath);
  }
}
