package net.alogins.oo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.Undo;
import net.alogins.oo.tip.Tip;

/** What people were shown and told, and what the log therefore has to hold. */
final class Claims {

  private static final Duration AMEND_HORIZON = Duration.ofDays(7);

  /** Which fact. */
  private record Key(UserId user, TipId tip, ReactionId id) {}

  /** Whose tip. */
  private record Shown(UserId user, TipId tip) {}

  /** What was said under one id, and which of it holds, once that is certain. */
  private static final class Claim {

    private final Set<Reaction> tried = new HashSet<>();
    private Optional<Reaction> holds = Optional.empty();
  }

  private final Map<Key, Claim> claims = new LinkedHashMap<>();
  private final Map<Shown, Instant> shown = new HashMap<>();
  private long refusals;
  private final Set<Shown> forgotten = new HashSet<>();

  /** How many reactions were refused since {@link #restarted}. */
  long refusals() {
    return refusals;
  }

  void restarted() {
    refusals = 0;
  }

  void refused() {
    refusals++;
  }

  void shown(UserId user, Tip tip) {
    shown.put(new Shown(user, tip.id()), tip.at());
  }

  private Claim claim(UserId user, Reaction reaction) {
    return claims.computeIfAbsent(new Key(user, reaction.tip(), reaction.id()), key -> new Claim());
  }

  /** {@code user} is about to say {@code reaction}. */
  void tried(UserId user, Reaction reaction) {
    claim(user, reaction).tried.add(reaction);
  }

  /** Whether the same was said before, with or without an answer. */
  boolean isRepeated(UserId user, Reaction reaction) {
    Claim claim = claims.get(new Key(user, reaction.tip(), reaction.id()));
    return claim != null && claim.tried.contains(reaction);
  }

  /** Whether anything was said under that id. */
  boolean isTried(UserId user, TipId tip, ReactionId id) {
    return claims.containsKey(new Key(user, tip, id));
  }

  /** Whether {@code reaction} was acknowledged. */
  boolean holds(UserId user, Reaction reaction) {
    Claim claim = claims.get(new Key(user, reaction.tip(), reaction.id()));
    return claim != null && claim.holds.equals(Optional.of(reaction));
  }

  /** Whether something else was said under its id. */
  boolean contradicts(UserId user, Reaction reaction) {
    Claim claim = claims.get(new Key(user, reaction.tip(), reaction.id()));
    return claim != null && claim.tried.stream().anyMatch(other -> !other.equals(reaction));
  }

  /** {@code user} was told {@code receipt} for {@code reaction}. */
  void told(UserId user, Reaction reaction, Receipt receipt, Instant now) {
    Claim claim = claim(user, reaction);
    boolean mayHold = claim.holds.filter(other -> !other.equals(reaction)).isEmpty();
    switch (receipt) {
      case RECORDED, LATE -> {
        Violation.unless(claim.holds.isEmpty(), "I3", "%s was recorded twice", reaction);
        requireTimely(user, reaction, receipt, now);
        claim.holds = Optional.of(reaction);
      }
      case REPEATED -> {
        Violation.unless(mayHold, "I3", "%s was no conflict", reaction);
        claim.holds = Optional.of(reaction);
      }
      case CONFLICT ->
          Violation.unless(
              !claim.holds.equals(Optional.of(reaction)) && claim.tried.size() > 1,
              "I3",
              "%s was a conflict with itself",
              reaction);
      case ORPHAN -> {
        Shown tip = new Shown(user, reaction.tip());
        boolean isMine = shown.containsKey(tip);
        Violation.unless(
            !isMine || forgotten.contains(tip),
            "I7",
            "%s was an orphan, but the tip was shown",
            reaction);
        if (claim.tried.size() == 1) {
          claim.holds = Optional.of(reaction);
        }
      }
    }
  }

  private void requireTimely(UserId user, Reaction reaction, Receipt receipt, Instant now) {
    Instant at = shown.get(new Shown(user, reaction.tip()));
    Violation.unless(at != null, "I7", "%s was no orphan, but the tip was not shown", reaction);
    boolean isLate = at != null && now.isAfter(at.plus(AMEND_HORIZON));
    Violation.unless(
        !isLate || receipt == Receipt.LATE, "I7", "%s came late and was %s", reaction, receipt);
  }

  /** The log keeps {@code row} no longer: what it said can be said anew. */
  void trimmed(Recorded row) {
    key(row.event()).map(claims::get).ifPresent(claim -> claim.holds = Optional.empty());
    if (row.event() instanceof Decided decided) {
      forgotten.add(new Shown(decided.user(), decided.tip()));
    }
  }

  /** Every fact that holds is there once, as it was said; nothing is there that was not said. */
  void check(List<Recorded> rows) {
    Map<Key, Event> there = new HashMap<>();
    for (Recorded row : rows) {
      key(row.event())
          .ifPresent(key -> Violation.unless(there.put(key, row.event()) == null, "I3", "%s", key));
    }
    claims.forEach((key, claim) -> check(key, claim, Optional.ofNullable(there.remove(key))));
    Violation.unless(there.isEmpty(), "I2", "nobody said %s", there.keySet());
  }

  private static void check(Key key, Claim claim, Optional<Event> event) {
    Violation.unless(
        event.isPresent() || claim.holds.isEmpty(), "I1", "%s was acknowledged and is gone", key);
    event.ifPresent(
        there -> {
          boolean isSo =
              claim.holds.map(Set::of).orElse(claim.tried).stream().anyMatch(r -> says(there, r));
          Violation.unless(isSo, "I3", "%s is there with another content", key);
        });
  }

  private static Optional<Key> key(Event event) {
    if (event instanceof Reacted reacted) {
      return Optional.of(new Key(event.user(), reacted.tip(), reacted.id()));
    } else if (event instanceof Retracted retracted) {
      return Optional.of(new Key(event.user(), retracted.tip(), retracted.id()));
    }
    return Optional.empty();
  }

  private static boolean says(Event event, Reaction reaction) {
    if (event instanceof Reacted reacted) {
      return reaction instanceof Answer answer
          && answer.kind() == reacted.kind()
          && answer.until().equals(reacted.until());
    }
    return event instanceof Retracted retracted
        && reaction instanceof Undo undo
        && undo.target().equals(retracted.target());
  }
}
