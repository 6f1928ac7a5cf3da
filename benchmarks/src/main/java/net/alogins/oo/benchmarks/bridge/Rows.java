package net.alogins.oo.benchmarks.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;

/**
 * Rows of a log, a third of them decisions.
 *
 * @param many how many rows
 * @param candidates of a decision
 */
record Rows(int many, int candidates) {

  static final int PAGE = 1_000;

  private static final int PEOPLE = 100;

  /** Appends them. */
  void to(EventLog log) {
    SplittableRandom random = new SplittableRandom(11);
    List<Event> page = new ArrayList<>();
    for (int row = 0; row < many; row += 3) {
      UserId user = new UserId("user" + random.nextInt(PEOPLE));
      TipId tip = TipId.random(random);
      page.add(SampleEvents.decided(user, tip, candidates));
      page.add(SampleEvents.reacted(user, tip, new ReactionId("done"), Reacted.Kind.DONE));
      page.add(new WindowClosed(user, SampleEvents.AT, tip));
      if (page.size() >= PAGE) {
        log.append(page);
        page.clear();
      }
    }
    log.append(page);
  }
}
