package net.alogins.oo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.tip.TipScores;

/**
 * Takes rows that are older than they need to be, once a base snapshot stands for them: with it, a
 * new epoch begins.
 */
final class Retention {

  private static final Duration PAUSE = Duration.ofDays(1);
  private static final int PAGE = 256;

  private final EventLog log;
  private final TipScores scores;
  private final Duration kept;
  private Instant next = Instant.MIN;

  Retention(Settings.Kept kept) {
    this.log = kept.log();
    this.scores = kept.scores();
    this.kept = kept.limits().retention();
  }

  /** Whether it is time to look again. */
  boolean isDue(Instant now) {
    return !now.isBefore(next);
  }

  /**
   * Takes what is old, but nothing after row {@code seq}.
   *
   * @param bases saves base snapshots, once it is known that there is something to take
   */
  void take(Instant now, long seq, Runnable bases) {
    next = now.plus(PAUSE);
    long last = last(now.minus(kept), seq);
    if (last > log.trimmed()) {
      bases.run();
      log.trim(last);
    }
  }

  /**
   * The last of the rows from the first on that are all older than {@code cut}; their scores, a
   * projection of them, are forgotten on the way.
   */
  private long last(Instant cut, long seq) {
    long last = log.trimmed();
    List<Recorded> page = log.read(last, PAGE);
    while (!page.isEmpty()) {
      for (Recorded row : page) {
        if (row.seq() > seq || !row.event().at().isBefore(cut)) {
          return last;
        }
        if (row.event() instanceof Decided decided) {
          scores.forget(decided.user(), decided.tip());
        }
        last = row.seq();
      }
      page = log.read(last, PAGE);
    }
    return last;
  }
}
