package net.alogins.oo.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.alogins.oo.event.EventLog.Following;

/** Those who follow a log; for implementations of {@link EventLog}, which keep the order. */
public final class Followers {

  private static final System.Logger LOGGER = System.getLogger(Followers.class.getName());

  private final List<Tie> ties = new CopyOnWriteArrayList<>();

  /** Nobody follows yet. */
  public Followers() {}

  /** One follower's tie; the same consumer may have several. */
  private final class Tie implements Following {

    private final Consumer<List<Recorded>> follower;

    Tie(Consumer<List<Recorded>> follower) {
      this.follower = follower;
    }

    void tell(List<Recorded> batch) {
      try {
        follower.accept(batch);
      } catch (RuntimeException broken) {
        LOGGER.log(System.Logger.Level.ERROR, "a follower of the log failed", broken);
      }
    }

    @Override
    public void close() {
      ties.remove(this);
    }
  }

  /** Adds a follower until its tie is closed. */
  public Following add(Consumer<List<Recorded>> follower) {
    Tie tie = new Tie(follower);
    ties.add(tie);
    return tie;
  }

  /** Tells every follower about {@code batch}; one that throws does not keep it from the others. */
  public void tell(List<Recorded> batch) {
    ties.forEach(tie -> tie.tell(batch));
  }
}
