package net.alogins.oo.event;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who follow a log; for implementations of {@link EventLog}, which keep the order. */
public final class Followers {

  private final List<Consumer<List<Recorded>>> ties = new CopyOnWriteArrayList<>();

  /** Nobody follows yet. */
  public Followers() {}

  /** Adds a follower until its tie is closed; the same may have several. */
  public EventLog.Following add(Consumer<List<Recorded>> follower) {
    Consumer<List<Recorded>> tie = batch -> follower.accept(batch);
    ties.add(tie);
    return () -> ties.remove(tie);
  }

  /** Tells every follower about {@code batch}; one that throws does not keep it from the others. */
  public void tell(List<Recorded> batch) {
    for (Consumer<List<Recorded>> tie : ties) {
      try {
        tie.accept(batch);
      } catch (RuntimeException broken) {
        System.getLogger(Followers.class.getName())
            .log(Level.ERROR, "a follower of the log failed", broken);
      }
    }
  }
}
