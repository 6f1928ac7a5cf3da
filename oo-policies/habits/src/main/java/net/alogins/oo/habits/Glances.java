package net.alogins.oo.habits;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.alogins.oo.context.Context;
import net.alogins.oo.profile.Purpose;

/**
 * One look at a person for each question, so that all of its numbers are as of one row. A question
 * is encoded on one thread, its candidates first and its moment last; the look is kept for that
 * time.
 */
final class Glances {

  private static final int MOST_THREADS = 1024;

  private record Glance(Context of, Columns columns) {}

  private final People people;
  private final Map<Thread, Glance> underWay = new ConcurrentHashMap<>();

  Glances(People people) {
    this.people = people;
  }

  /** What is seen in {@code context}; more will be asked about it. */
  Columns at(Context context) {
    Thread asking = Thread.currentThread();
    Glance known = underWay.get(asking);
    if (known != null && known.of().equals(context)) {
      return known.columns();
    }
    Glance fresh = new Glance(context, look(context));
    if (underWay.put(asking, fresh) == null && underWay.size() > MOST_THREADS) {
      underWay.keySet().removeIf(thread -> !thread.isAlive());
    }
    return fresh.columns();
  }

  /** What is seen in {@code context}; it is the last time that it is asked. */
  Columns last(Context context) {
    Glance known = underWay.remove(Thread.currentThread());
    return known != null && known.of().equals(context) ? known.columns() : look(context);
  }

  private Columns look(Context context) {
    if (!context.consents().allow(Purpose.LEARN)) {
      return Columns.ABSENT;
    }
    Optional<Lately> lately = people.find(context.user());
    long now = context.now().toEpochMilli();
    return lately.map(known -> Columns.of(known, now)).orElse(Columns.ABSENT);
  }
}
