package net.alogins.oo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;

/**
 * Takes rows that are older than they need to be, once a base snapshot stands for them: with it, a
 * new epoch begins.
 */
final class Retention {

  private static final Duration PAUSE = Duration.ofDays(1);
  private static final int PAGE = 256;

  private final Settings.Kept kept;
  private Instant next = Instant.MIN;

  Retention(Settings.Kept kept) {
    this.kept = kept;
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
    long last = last(now.minus(kept.limits().retention()), seq);
    if (last > kept.log().trimmed()) {
      bases.run();
      kept.log().trim(last);
    }
  }

  /**
   * The last of the rows from the first on that are all older than {@code cut}; their scores, a
   * projection of them, are forgotten on the way.
   */
  private long last(Instant cut, long seq) {
    long last = kept.log().trimmed();
    List<Recorded> page = kept.log().read(last, PAGE);
    while (!page.isEmpty()) {
      for (Recorded row : page) {
        if (row.seq() > seq || !row.event().at().isBefore(cut)) {
          return last;
        }
        if (row.event() instanceof Decided decided) {
          kept.scores().forget(decided.user(), decided.tip());
        }
        last = row.seq();
      }
      page = kept.log().read(last, PAGE);
    }
    return last;
  }
}
