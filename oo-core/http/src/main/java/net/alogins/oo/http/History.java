package net.alogins.oo.http;

import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Page;

/** Past tips, one or a page of them. */
final class History {

  private static final String LIMIT = "limit";
  private static final String BEFORE = "before";
  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final Recommender recommender;

  History(Recommender recommender) {
    this.recommender = recommender;
  }

  Response page(UserId user, Call call) {
    return Response.ok(
        WirePage.of(
            recommender.history(
                user, new Page.Request(before(call.query()), limit(call.query())))));
  }

  Response one(UserId user, Call call) {
    return recommender
        .past(user, call.tip())
        .map(past -> Response.ok(WireOneTip.of(past)))
        .orElseThrow(Refusal::unknownTip);
  }

  private static long before(Query query) {
    List<String> given = query.once(BEFORE);
    return given.isEmpty() ? Long.MAX_VALUE : Cursor.decode(BEFORE, given.get(0));
  }

  private static int limit(Query query) {
    List<String> given = query.once(LIMIT);
    if (given.isEmpty()) {
      return USUAL;
    }
    if (!given.get(0).matches("[1-9][0-9]?|" + MOST)) {
      throw Refusal.invalid(LIMIT, "be an integer from 1 to " + MOST);
    }
    return Integer.parseInt(given.get(0));
  }
}
