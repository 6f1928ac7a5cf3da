package net.alogins.oo.benchmarks.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.TipEvent;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.RewardRule;

/**
 * A tip of which it is known what became.
 *
 * @param seq the row of its decision
 * @param user whose
 * @param tip which
 * @param reward what it earned
 * @param done whether it was done
 */
record Ended(long seq, UserId user, TipId tip, double reward, boolean done) {

  private static final int PAGE = 1_000;

  /**
   * All of {@code log}, in its order; those that were withdrawn, or put off, are not among them.
   */
  static List<Ended> in(EventLog log, RewardRule rule) {
    Map<TipId, Story> stories = new LinkedHashMap<>();
    List<Recorded> page = log.read(log.trimmed(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(row -> take(row, stories));
      page = log.read(page.get(page.size() - 1).seq(), PAGE);
    }
    return stories.values().stream().flatMap(story -> story.ended(rule).stream()).toList();
  }

  private static void take(Recorded row, Map<TipId, Story> stories) {
    if (row.event() instanceof Decided decided) {
      stories.put(decided.tip(), new Story(row, decided));
    } else if (row.event() instanceof Withdrawn gone) {
      stories.remove(gone.tip());
    } else if (row.event() instanceof TipEvent said) {
      Optional.ofNullable(stories.get(said.tip())).ifPresent(story -> story.hear(said));
    }
  }
}
