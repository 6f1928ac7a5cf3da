package net.alogins.oo.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.alogins.oo.event.Decided.By;
import net.alogins.oo.event.Decided.Card;
import net.alogins.oo.event.Decided.Missing;
import net.alogins.oo.event.Decided.Origin;
import net.alogins.oo.event.Decided.Reason;
import net.alogins.oo.event.Decided.Removed;
import net.alogins.oo.event.Decided.Slate;
import net.alogins.oo.event.Decided.Stage;
import net.alogins.oo.event.Decided.Times;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Purpose;

/** One event of every kind, with every field in use. */
final class Facts {

  static final UserId ADA = new UserId("ada");
  private static final Instant AT = Instant.parse("2026-11-24T09:30:00.123Z");
  private static final TipId TIP = new TipId(0x0123456789abcdefL, 0xfedcba9876543210L);

  private Facts() {}

  static Map<String, Event> all() {
    Map<String, Event> all = new LinkedHashMap<>();
    all.put("decided", decided());
    all.put("done", reacted(Kind.DONE, Optional.empty()));
    all.put("snoozed", reacted(Kind.SNOOZED, Optional.of(AT.plusSeconds(3600))));
    all.put("dismissed", reacted(Kind.DISMISSED, Optional.empty()));
    all.put("retracted", new Retracted(ADA, AT, TIP, new ReactionId("r2"), new ReactionId("r1")));
    all.put("withdrawn", new Withdrawn(ADA, AT, TIP));
    all.put("window-closed", new WindowClosed(ADA, AT, TIP));
    all.put(
        "consent-changed",
        new ConsentChanged(
            ADA, AT, new ReactionId("c1"), Set.of(Purpose.RECOMMEND, Purpose.LEARN)));
    all.put("redriven", new Redriven(ADA, AT, TIP));
    return all;
  }

  private static Reacted reacted(Kind kind, Optional<Instant> until) {
    return new Reacted(ADA, AT, TIP, new ReactionId("r1"), kind, until, kind != Kind.DISMISSED);
  }

  private static Decided decided() {
    return new Decided(
        ADA,
        AT,
        TIP,
        new Times(AT.plusSeconds(14_400), AT.plusSeconds(86_400), AT.plusSeconds(604_800)),
        new By("standard", 0x8000000000000001L, 41),
        slate(),
        1,
        true,
        new Card(
            "Wässere die Pflanzen 🌱",
            "https://example.org/t/1",
            Optional.of(LocalDate.of(2026, 11, 25)),
            Optional.of(LocalDate.of(1969, 12, 31)),
            OptionalInt.of(5),
            OptionalInt.of(2)),
        List.of(new Reason("due=today", 0.125), new Reason("kind=3 × hour=noon", -0.5)),
        List.of(new Removed(new CandidateId("todotxt", "gone"), "snoozed")),
        List.of(new Missing("calendar", "deadline")),
        List.of(new Stage("context", 12), new Stage("ranking", 345)));
  }

  private static Slate slate() {
    return new Slate(
        List.of(new CandidateId("todotxt", "a"), new CandidateId("llm", "b")),
        List.of("home", "idea"),
        List.of(Origin.LISTED, new Origin("tip-generator", "qwen2.5", "v7")),
        FloatColumn.of(1, 0, 0.25f, 0),
        FloatColumn.of(0, 1, 0, -3.5f, 1, 0, 0, 0),
        DoubleColumn.of(0.1, -0.2),
        DoubleColumn.of(0.99, 0.01));
  }
}
