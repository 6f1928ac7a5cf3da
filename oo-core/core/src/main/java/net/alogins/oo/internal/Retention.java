package net.alogins.oo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * Takes rows that are older than they need to be, once a base snapshot stands for them: with it, a
 * new epoch begins.
 */
final class Retention {

  private static final Duration PAUSE = Duration.ofDays(1);

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
   * @param bases saves base snapshots, once it is known whose rows there are to take
   */
  void take(Instant now, long seq, Consumer<Set<UserId>> bases) {
    next = now.plus(PAUSE);
    Set<UserId> people = new HashSet<>();
    long last = last(now.minus(kept.limits().retention()), seq, people);
    if (!people.isEmpty()) {
      bases.accept(people);
      kept.log().trim(last);
    }
  }

  /**
   * The last of the rows from the first on that are all older than {@code cut}; their scores, a
   * projection of them, are forgotten on the way, and whose they are joins {@code people}.
   */
  private long last(Instant cut, long seq, Set<UserId> people) {
    long last = kept.log().trimmed();
    List<Recorded> page = kept.log().read(last, Snapshots.PAGE);
    while (!page.isEmpty()) {
      for (Recorded row : page) {
        if (row.seq() > seq || !row.event().at().isBefore(cut)) {
          return last;
        }
        if (row.event() instanceof Decided decided) {
          kept.scores().forget(decided.user(), decided.tip());
        }
        people.add(row.event().user());
        last = row.seq();
      }
      page = kept.log().read(last, Snapshots.PAGE);
    }
    return last;
  }
}
