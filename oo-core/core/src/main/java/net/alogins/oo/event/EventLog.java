package net.alogins.oo.event;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * The one durable, totally ordered log of a tenant's events; bound to its tenant when it is made.
 *
 * <p>Every method may be called from any thread. A failure of the store is an unchecked exception;
 * an append that throws may or may not have happened, and appending the same events again is safe.
 * An implementation that loses acknowledged rows in a crash says so in its name ({@code InMemory…},
 * {@code Volatile…}).
 */
public interface EventLog {

  /** Whether it forgets when the process ends. */
  default boolean isVolatile() {
    return false;
  }

  /**
   * Appends events in order and atomically, and returns one outcome for each. On return the new
   * ones are durable and the {@linkplain #follow followers} have seen them. An event whose identity
   * the log already holds for its user changes nothing.
   *
   * <p>Where several processes share the log, what one of them says of a person on what it has seen
   * is a conflict if another one was ahead: a decision, once another process has written of its
   * user after the row {@code by().seq()}; and taking back a tip that was answered there.
   */
  List<Appended> append(List<? extends Event> events);

  /**
   * Calls {@code follower} with every batch committed from now on, in the order of the log, one
   * batch at a time, before the append that made it returns. The follower may read, also in other
   * threads that it waits for, but must not append.
   */
  Following follow(Consumer<List<Recorded>> follower);

  /** A follower's tie to the log; after {@code close} it is called no more. Twice is fine. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /** Up to {@code limit} rows after {@code after}, in order; empty at the end. */
  List<Recorded> read(long after, int limit);

  /**
   * Up to {@code limit} rows of {@code user} after {@code after}, in order; fewer at the end only.
   */
  List<Recorded> read(UserId user, long after, int limit);

  /** Every row of {@code user} about {@code tip}, in order; empty when it is not theirs. */
  List<Recorded> about(UserId user, TipId tip);

  /** Up to {@code limit} decisions of {@code user} before {@code before}, newest first. */
  List<Recorded> decisions(UserId user, long before, int limit);

  /** How far the follower called {@code follower} has come, empty when it never advanced. */
  OptionalLong position(String follower);

  /** Remembers, durably, that {@code follower} has come as far as {@code seq}. */
  void advance(String follower, long seq);

  /**
   * Whether it is this process that is to do {@code duty}: of several that share the log one at a
   * time is, as long as it lives and keeps asking, and then another.
   */
  default boolean leads(String duty) {
    return true;
  }

  /** The last row that {@link #trim} took; 0 while every row is kept. */
  long trimmed();

  /**
   * Removes, for good, every row up to and including {@code seq}: what it said is kept in snapshots
   * alone. Identities of removed rows are free again; numbers are never used again.
   */
  void trim(long seq);
}
