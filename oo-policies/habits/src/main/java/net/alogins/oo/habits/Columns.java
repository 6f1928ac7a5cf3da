package net.alogins.oo.habits;

import java.util.List;
import net.alogins.oo.habits.Counts.Outcome;

/**
 * The numbers that a policy sees of a person's counts; all of them lie within [0, 1].
 *
 * <p>A count n is n / (n + what is usual); a rate is (done + 1) / (shown + 3), a third while
 * nothing is known of a kind.
 */
final class Columns {

  /** The block of the moment. */
  static final String MOMENT = "habits";

  /** The block of a candidate: of its kind. */
  static final String KIND = "habit";

  static final List<String> OF_MOMENT =
      List.of("known", "row", "shown in an hour", "shown in a day", "done in a week");

  static final List<String> OF_KIND =
      List.of(
          "shown in an hour",
          "shown in a day",
          "shown in a week",
          "shown in four weeks",
          "snoozed in a week",
          "dismissed in a day",
          "dismissed in a week",
          "done in a week",
          "done in four weeks",
          "done about this hour");

  static final int KNOWN = 0;
  static final int ROW = 1;

  /** Rows are told modulo 2^24, which is what a float32 can tell apart. */
  private static final long ROWS = 1L << 24;

  private static final float[] ABSENT_KIND = new float[OF_KIND.size()];

  /** What is seen when nothing is known: zeros. */
  static final Columns ABSENT =
      new Columns(new float[OF_MOMENT.size()], Counts.of(Lately.NOTHING, 0));

  private final float[] moment;
  private final Counts counts;
  private final float[][] kinds = new float[Kinds.MANY][];

  private Columns(float[] moment, Counts counts) {
    this.moment = moment;
    this.counts = counts;
  }

  /** What is seen of {@code lately} at {@code now}, in milliseconds of the epoch. */
  static Columns of(Lately lately, long now) {
    Counts counts = Counts.of(lately, now);
    float[] moment = {
      1,
      (float) (lately.row() % ROWS) / ROWS,
      squash(counts.of(Span.HOUR, Outcome.SHOWN), Span.HOUR.usual()),
      squash(counts.of(Span.DAY, Outcome.SHOWN), Span.DAY.usual()),
      rate(counts.of(Span.WEEK, Outcome.DONE), counts.of(Span.WEEK, Outcome.SHOWN))
    };
    return new Columns(moment, counts);
  }

  /** Whether {@code row} may be the one that is told by {@code told}. */
  static boolean isTold(long row, float told) {
    return (float) (row % ROWS) / ROWS == told;
  }

  /** The columns of the moment; not to be written to. */
  float[] moment() {
    return moment;
  }

  /** The columns of a candidate of {@code kind}; not to be written to. */
  float[] kind(String kind) {
    if (moment[KNOWN] == 0) {
      return ABSENT_KIND;
    }
    int of = Kinds.of(kind);
    if (kinds[of] == null) {
      kinds[of] = kind(of);
    }
    return kinds[of];
  }

  private float[] kind(int kind) {
    return new float[] {
      shown(kind, Span.HOUR),
      shown(kind, Span.DAY),
      shown(kind, Span.WEEK),
      shown(kind, Span.MONTH),
      squash(counts.of(kind, Span.WEEK, Outcome.SNOOZED), 1),
      squash(counts.of(kind, Span.DAY, Outcome.DISMISSED), 1),
      squash(counts.of(kind, Span.WEEK, Outcome.DISMISSED), 1),
      done(kind, Span.WEEK),
      done(kind, Span.MONTH),
      rate(counts.near(kind, Outcome.DONE), counts.near(kind, Outcome.SHOWN))
    };
  }

  private float shown(int kind, Span span) {
    return squash(counts.of(kind, span, Outcome.SHOWN), span.usual());
  }

  private float done(int kind, Span span) {
    return rate(counts.of(kind, span, Outcome.DONE), counts.of(kind, span, Outcome.SHOWN));
  }

  private static float squash(int count, double usual) {
    return (float) (count / (count + usual));
  }

  private static float rate(int done, int shown) {
    return (float) ((done + 1.0) / (shown + 3.0));
  }
}
