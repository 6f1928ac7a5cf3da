package net.alogins.oo.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands in for an occurrence and all that come after it ({@code RANGE=THISANDFUTURE}): they
 * are as it is, and as much later or earlier, on the clock of its zone; until another one begins.
 *
 * @param from where each of them begins
 */
record Future(NavigableMap<Instant, Occurrence> from) {

  /** What of {@code overrides} does. */
  static Future of(List<Occurrence> overrides) {
    NavigableMap<Instant, Occurrence> from = new TreeMap<>();
    overrides.stream()
        .filter(one -> one.part().isForFuture())
        .forEach(one -> from.put(one.id().toInstant(), one));
    return new Future(from);
  }

  /** {@code window}, with room for all that is moved into it. */
  Window around(Window window) {
    Duration most =
        from.values().stream()
            .map(one -> Duration.between(one.id(), one.start()).abs())
            .max(Duration::compareTo)
            .map(shift -> shift.plusDays(2))
            .orElse(Duration.ZERO);
    return new Window(window.from().minus(most), window.to().plus(most));
  }

  /** What an occurrence of the rule is instead; itself, if nothing stands in for it. */
  Occurrence instead(Occurrence plain) {
    return Optional.ofNullable(from.floorEntry(plain.id().toInstant()))
        .map(begun -> moved(plain, begun.getValue()))
        .orElse(plain);
  }

  private static Occurrence moved(Occurrence plain, Occurrence like) {
    ZonedDateTime here = like.dial().in(plain.at());
    ZonedDateTime there = like.dial().in(plain.dial().out(like.id()));
    Duration shift = Duration.between(there.toLocalDateTime(), like.start().toLocalDateTime());
    ZonedDateTime start = here.toLocalDateTime().plus(shift).atZone(here.getZone());
    return new Occurrence(start, plain.id(), like.part(), like.dial());
  }
}
