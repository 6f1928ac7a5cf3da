package net.alogins.oo.nats;

import java.util.List;
import java.util.Optional;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;

/**
 * A system that pushes its people's tasks over NATS, by an {@link Inbox}. That a task is done it
 * hears from the events that go there.
 *
 * @param name what it is called in messages, the source of its tasks: 1 to 32 of {@code a-z0-9-}
 */
public record NatsConnector(String name) implements Connector {

  private static final Cursor PUSHED = new Cursor("pushed");
  private static final String RULE = "[a-z0-9-]{1,32}";

  public NatsConnector {
    if (!name.matches(RULE)) {
      throw new IllegalArgumentException("the name of a system must match " + RULE);
    }
  }

  @Override
  public boolean isOffered() {
    return false;
  }

  @Override
  public boolean isPushed() {
    return true;
  }

  /** Nothing, and then nothing new: what there is will be pushed. */
  @Override
  public Fetch fetch(Access access, Optional<Cursor> since) {
    return since
        .map(known -> Fetch.changes(List.of()).then(known))
        .orElseGet(() -> Fetch.everything(List.of()).then(PUSHED));
  }
}
