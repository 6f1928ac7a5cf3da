package net.alogins.oo.habits;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * What one person was lately shown, and what became of it: their last {@value #MOST} decisions,
 * since their consents last changed. An immutable value, and a pure function of their rows up to
 * {@link #row}, however far back it begins to read; so it is a cache of the log and no more.
 *
 * <p>16 bytes a decision: half of the tip's id, and when, which class of kinds, and what was said.
 */
final class Lately {

  static final int MOST = 256;

  /** The longest of the windows, and what clocks may differ by. */
  private static final Duration HORIZON = Duration.ofDays(29);

  private static final int PAGE = 64;
  private static final int SAID_BITS = 4;
  private static final int KIND_BITS = 4;
  private static final int SAID = (1 << SAID_BITS) - 1;

  static final Lately NOTHING = new Lately(0, new long[0], new long[0]);

  private final long row;
  private final long[] tips;
  private final long[] shown;

  private Lately(long row, long[] tips, long[] shown) {
    this.row = row;
    this.tips = tips;
    this.shown = shown;
  }

  /** Reads what {@code user} lately did, as of row {@code atMost}. */
  static Lately of(EventLog log, UserId user, long atMost) {
    Lately all = NOTHING;
    List<Recorded> page = log.read(user, before(log, user, atMost), PAGE);
    while (!page.isEmpty()) {
      for (Recorded one : page) {
        if (one.seq() > atMost) {
          return all;
        }
        all = all.after(one, log);
      }
      page = log.read(user, page.get(page.size() - 1).seq(), PAGE);
    }
    return all;
  }

  /** A row before every decision that matters. */
  private static long before(EventLog log, UserId user, long atMost) {
    long first = atMost == Long.MAX_VALUE ? atMost : atMost + 1;
    Instant cut = Instant.MIN;
    List<Recorded> page = log.decisions(user, first, PAGE);
    for (int count = 0; count < MOST && !page.isEmpty(); count += PAGE) {
      Recorded oldest = page.get(page.size() - 1);
      cut = count == 0 ? page.get(0).event().at().minus(HORIZON) : cut;
      first = oldest.seq();
      page = oldest.event().at().isBefore(cut) ? List.of() : log.decisions(user, first, PAGE);
    }
    return first - 1;
  }

  /** The same after {@code next}, the next row of this person. */
  Lately after(Recorded next, EventLog log) {
    Event event = next.event();
    if (event instanceof Decided decided) {
      return with(next.seq(), decided);
    } else if (event instanceof ConsentChanged) {
      return new Lately(next.seq(), NOTHING.tips, NOTHING.shown);
    }
    boolean isSaid =
        event instanceof Reacted || event instanceof Retracted || event instanceof Withdrawn;
    int place = isSaid ? place(event.about().orElseThrow()) : -1;
    return place < 0 ? new Lately(next.seq(), tips, shown) : said(place, next, log);
  }

  private Lately with(long seq, Decided decided) {
    int skip = tips.length == MOST ? 1 : 0;
    int kept = tips.length - skip;
    long[] ids = Arrays.copyOfRange(tips, skip, tips.length + 1);
    long[] all = Arrays.copyOfRange(shown, skip, tips.length + 1);
    int kind = Kinds.of(decided.slate().kinds().get(decided.chosen()));
    ids[kept] = decided.tip().low();
    all[kept] = (decided.at().toEpochMilli() << KIND_BITS | kind) << SAID_BITS;
    return new Lately(seq, ids, all);
  }

  private Lately said(int place, Recorded next, EventLog log) {
    TipId tip = next.event().about().orElseThrow();
    int bits = Said.in(log.about(next.event().user(), tip), next.seq());
    long[] all = shown.clone();
    all[place] = (all[place] & ~SAID) | bits;
    return new Lately(next.seq(), tips, all);
  }

  private int place(TipId tip) {
    int place = tips.length - 1;
    while (place >= 0 && tips[place] != tip.low()) {
      place--;
    }
    return place;
  }

  /** The last row of this person that is in it. */
  long row() {
    return row;
  }

  /** How many decisions it has. */
  int size() {
    return shown.length;
  }

  /** When decision {@code index} was made, in milliseconds of the epoch. */
  long at(int index) {
    return shown[index] >> (KIND_BITS + SAID_BITS);
  }

  /** Which {@linkplain Kinds class of kinds} its candidate was of. */
  int kind(int index) {
    return (int) (shown[index] >> SAID_BITS) & (Kinds.MANY - 1);
  }

  /** What was {@link Said} to it. */
  int said(int index) {
    return (int) shown[index] & SAID;
  }
}
