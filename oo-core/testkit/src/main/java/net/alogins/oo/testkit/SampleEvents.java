package net.alogins.oo.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Decided.By;
import net.alogins.oo.event.Decided.Card;
import net.alogins.oo.event.Decided.Missing;
import net.alogins.oo.event.Decided.Origin;
import net.alogins.oo.event.Decided.Reason;
import net.alogins.oo.event.Decided.Removed;
import net.alogins.oo.event.Decided.Slate;
import net.alogins.oo.event.Decided.Stage;
import net.alogins.oo.event.Decided.Times;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Purpose;

/** Events with every field in use, for tests of what keeps or carries them. */
public final class SampleEvents {

  /** When they happen. */
  public static final Instant AT = Instant.parse("2026-11-24T09:30:00.123Z");

  private static final int CONTEXT_WIDTH = 3;
  private static final int WIDTH = 5;

  private SampleEvents() {}

  /** One event of every kind about {@code tip}, in an order in which they can happen. */
  public static List<Event> oneOfEach(UserId user, TipId tip) {
    return List.of(
        new ConsentChanged(
            user, AT, new ReactionId("consent"), Set.of(Purpose.RECOMMEND, Purpose.LEARN)),
        decided(user, tip),
        snoozed(user, tip, new ReactionId("snooze"), AT.plus(Duration.ofHours(1))),
        new Retracted(user, AT, tip, new ReactionId("undo"), new ReactionId("snooze")),
        reacted(user, tip, new ReactionId("no"), Kind.DISMISSED),
        reacted(user, tip, new ReactionId("yes"), Kind.DONE),
        new WindowClosed(user, AT, tip),
        new Withdrawn(user, AT, tip),
        new Redriven(user, AT, tip));
  }

  /** A decision between two candidates. */
  public static Decided decided(UserId user, TipId tip) {
    return decided(user, tip, 2);
  }

  /** A decision between {@code size} candidates; the last one was chosen. */
  public static Decided decided(UserId user, TipId tip, int size) {
    return decided(user, AT, tip, slate(size));
  }

  /** A decision of another time. */
  public static Decided decided(UserId user, TipId tip, Instant at) {
    return decided(user, at, tip, slate(2));
  }

  private static Decided decided(UserId user, Instant at, TipId tip, Slate slate) {
    return new Decided(
        user,
        at,
        tip,
        new Times(
            at.plus(Duration.ofHours(4)), at.plus(Duration.ofDays(1)), at.plus(Duration.ofDays(7))),
        new By("sample", 0x8000000000000001L, 41),
        slate,
        slate.size() - 1,
        true,
        card(),
        List.of(new Reason("due=today", 0.125), new Reason("kind=3 × hour=noon", -0.5)),
        List.of(new Removed(new CandidateId("sample", "gone"), "snoozed")),
        List.of(new Missing("calendar", "deadline")),
        List.of(new Stage("context", 12), new Stage("ranking", 345)));
  }

  private static Card card() {
    return new Card(
        "Wässere die \"Pflanzen\" 🌱",
        "https://example.org/t/1",
        Optional.of(LocalDate.of(2026, 11, 25)),
        Optional.of(LocalDate.of(1969, 12, 31)),
        OptionalInt.of(5),
        OptionalInt.of(2));
  }

  private static Slate slate(int size) {
    double[] scores = IntStream.range(0, size).mapToDouble(i -> 0.1 - i / 3.0).toArray();
    double[] propensities = IntStream.range(0, size).mapToDouble(i -> 1.0 / size).toArray();
    return new Slate(
        IntStream.range(0, size).mapToObj(i -> new CandidateId("sample", "key-" + i)).toList(),
        Collections.nCopies(size, "errand"),
        IntStream.range(0, size).mapToObj(SampleEvents::origin).toList(),
        numbers(CONTEXT_WIDTH),
        numbers(size * WIDTH),
        DoubleColumn.of(scores),
        DoubleColumn.of(propensities));
  }

  private static Origin origin(int candidate) {
    return candidate % 2 == 0 ? Origin.LISTED : new Origin("tips", "a-model", "v7");
  }

  private static FloatColumn numbers(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / 7f - 1;
    }
    return FloatColumn.of(values);
  }

  /** Done or dismissed. */
  public static Reacted reacted(UserId user, TipId tip, ReactionId id, Kind kind) {
    return new Reacted(user, AT, tip, id, kind, Optional.empty(), true);
  }

  /** Put off until {@code until}. */
  public static Reacted snoozed(UserId user, TipId tip, ReactionId id, Instant until) {
    return new Reacted(user, AT, tip, id, Kind.SNOOZED, Optional.of(until), true);
  }
}
