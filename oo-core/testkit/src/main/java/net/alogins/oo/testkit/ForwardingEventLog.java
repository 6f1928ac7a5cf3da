package net.alogins.oo.testkit;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * A log that leaves everything to another. A subclass watches, breaks or replaces what it wants to;
 * whether it forgets, it says itself.
 */
public abstract class ForwardingEventLog implements EventLog {

  /** Made by a subclass. */
  protected ForwardingEventLog() {}

  /** The other log, asked for at each call. */
  protected abstract EventLog log();

  @Override
  public List<Appended> append(List<? extends Event> events) {
    return log().append(events);
  }

  @Override
  public Following follow(Consumer<List<Recorded>> follower) {
    return log().follow(follower);
  }

  @Override
  public List<Recorded> read(long after, int limit) {
    return log().read(after, limit);
  }

  @Override
  public List<Recorded> read(UserId user, long after, int limit) {
    return log().read(user, after, limit);
  }

  @Override
  public List<Recorded> about(UserId user, TipId tip) {
    return log().about(user, tip);
  }

  @Override
  public List<Recorded> decisions(UserId user, long before, int limit) {
    return log().decisions(user, before, limit);
  }

  @Override
  public OptionalLong position(String follower) {
    return log().position(follower);
  }

  @Override
  public void advance(String follower, long seq) {
    log().advance(follower, seq);
  }

  @Override
  public boolean leads(String duty) {
    return log().leads(duty);
  }

  @Override
  public long trimmed() {
    return log().trimmed();
  }

  @Override
  public void trim(long seq) {
    log().trim(seq);
  }
}
