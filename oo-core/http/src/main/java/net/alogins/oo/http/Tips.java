package net.alogins.oo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import net.alogins.oo.Recommender;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Advice.Served;

/** Asking for a tip, and looking at the one that is open. */
final class Tips {

  private static final String ATTRIBUTES = "attributes";
  private static final String RULE =
      "be a finite number or a text, name and text at most 256 characters, at most 32 of them";

  private final Recommender recommender;
  private final Moment moment;

  Tips(Recommender recommender, Moment moment) {
    this.recommender = recommender;
    this.moment = moment;
  }

  Response ask(UserId user, Call call) {
    Fields body = call.body(ATTRIBUTES);
    Attributes said = body.object(ATTRIBUTES).map(Tips::attributes).orElse(Attributes.none());
    Advice advice = recommender.tip(user, moment.of(user, said));
    return advice instanceof Served served && served.fresh()
        ? Response.written(201, WireAdvice.of(advice)).header("Location", "/v1/tips/current")
        : Response.written(200, WireAdvice.of(advice));
  }

  Response current(UserId user, Call call) {
    return Response.written(200, WireAdvice.of(recommender.open(user)));
  }

  private static Attributes attributes(ObjectNode given) {
    Attributes attributes = Attributes.none();
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      attributes = and(attributes, entry.getKey(), entry.getValue());
    }
    return attributes;
  }

  private static Attributes and(Attributes attributes, String name, JsonNode value) {
    String field = ATTRIBUTES + "." + Fields.quoted(name);
    if (!value.isNumber() && !value.isTextual()) {
      throw Refusal.invalid(field, RULE);
    }
    try {
      return value.isNumber()
          ? attributes.and(name, value.doubleValue())
          : attributes.and(name, Fields.text(field, value));
    } catch (IllegalArgumentException broken) {
      throw Refusal.invalid(field, RULE);
    }
  }
}
