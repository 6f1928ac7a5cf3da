package net.alogins.oo.signal.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;

/** A system that pushes what there is, known by a secret that is made here. */
final class Pushing implements Connector {

  private static final Cursor PUSHED = new Cursor("pushed");

  private final AtomicInteger made = new AtomicInteger();

  @Override
  public String name() {
    return "pushing";
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since) {
    return since.isEmpty()
        ? Fetch.everything(List.of()).then(PUSHED)
        : Fetch.changes(List.of()).then(PUSHED);
  }

  @Override
  public boolean takesTarget() {
    return true;
  }

  @Override
  public Optional<String> objection(String target) {
    return target.isEmpty() || target.startsWith("https://")
        ? Optional.empty()
        : Optional.of("begin with https://");
  }

  @Override
  public Optional<Supplier<String>> freshSecrets() {
    return Optional.of(() -> "made here " + made.incrementAndGet());
  }
}
