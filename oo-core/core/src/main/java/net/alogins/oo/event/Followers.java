package net.alogins.oo.event;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who follow a log; for implementations of {@link EventLog}, which keep the order. */
public final class Followers {

  private final List<Tie> ties = new CopyOnWriteArrayList<>();

  /** Nobody follows yet. */
  public Followers() {}

  /** One follower's tie; the same consumer may have several. */
  private final class Tie implements EventLog.Following {

    private final Consumer<List<Recorded>> follower;

    Tie(Consumer<List<Recorded>> follower) {
      this.follower = follower;
    }

    void tell(List<Recorded> batch) {
      try {
        follower.accept(batch);
      } catch (RuntimeException broken) {
        System.getLogger(Followers.class.getName())
            .log(Level.ERROR, "a follower of the log failed", broken);
      }
    }

    @Override
    public void close() {
      ties.remove(this);
    }
  }

  /** Adds a follower until its tie is closed. */
  public EventLog.Following add(Consumer<List<Recorded>> follower) {
    Tie tie = new Tie(follower);
    ties.add(tie);
    return tie;
  }

  /** Tells every follower about {@code batch}; one that throws does not keep it from the others. */
  public void tell(List<Recorded> batch) {
    ties.forEach(tie -> tie.tell(batch));
  }
}
