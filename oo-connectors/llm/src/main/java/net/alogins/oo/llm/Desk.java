package net.alogins.oo.llm;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;

/** What is kept, and what is under way, for one person. */
final class Desk {

  private Optional<Kept> kept = Optional.empty();
  private Optional<Future<?>> pending = Optional.empty();
  private Instant restUntil = Instant.MIN;
  private int made;

  /** Begins a generation. */
  @FunctionalInterface
  interface Beginning {
    Future<?> begin() throws Absent;
  }

  synchronized Optional<Kept> kept(Instant notBefore) {
    return kept.filter(those -> !those.current().at().isBefore(notBefore));
  }

  /** The generation under way, which is begun if there is none. */
  synchronized Future<?> pending(Beginning beginning) throws Absent {
    if (pending.isPresent()) {
      return pending.get();
    }
    int before = made;
    Future<?> begun = beginning.begin();
    pending = made == before ? Optional.of(begun) : Optional.empty();
    return begun;
  }

  synchronized void keep(Generation generation) {
    kept = Optional.of(new Kept(generation, kept.map(Kept::current)));
  }

  synchronized void done() {
    made++;
    pending = Optional.empty();
  }

  synchronized void rest(Instant until) {
    restUntil = until;
  }

  synchronized boolean rests(Instant now) {
    return now.isBefore(restUntil);
  }

  synchronized void clear() {
    kept = Optional.empty();
    pending.ifPresent(generation -> generation.cancel(true));
  }
}
