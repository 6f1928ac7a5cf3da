package net.alogins.oo.http;

import java.lang.System.Logger.Level;
import java.util.function.Function;
import net.alogins.oo.Recommender;

/** What stands around every handler: whatever it throws becomes a problem. */
final class Guard {

  private static final System.Logger LOGGER = System.getLogger(Operation.class.getName());

  private final Recommender recommender;

  Guard(Recommender recommender) {
    this.recommender = recommender;
  }

  Function<Request, Response> around(String operation, String path, Handler handler) {
    Template template = Template.of(path);
    return request -> {
      try {
        return handler.answer(call(template, request));
      } catch (Refusal refusal) {
        return refusal.response();
      } catch (RuntimeException failure) {
        return recommender.health().isOpen()
            ? bug(operation, failure)
            : Refusal.unavailable().response();
      }
    };
  }

  private static Call call(Template template, Request request) {
    return template
        .parameters(request.path())
        .map(parameters -> new Call(request, parameters))
        .orElseThrow(Refusal::unknownPath);
  }

  private static Response bug(String operation, RuntimeException failure) {
    LOGGER.log(Level.ERROR, operation + " failed", failure);
    return Response.problem(Problem.of(500, "internal error"));
  }
}
