package net.alogins.oo.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog.Following;
import net.alogins.oo.event.Followers;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.jdbc.LogWriter.Written;
import org.jooq.DSLContext;

/**
 * Appends of many callers in one transaction, so that they share one flush of the disk.
 *
 * <p>A group is written in one batch, as if all of it were new. If that fails it is written again
 * row by row, which finds what the log holds already, and each append by itself, so that one of
 * them cannot fail the others. Only a store that cannot be used at all fails them together.
 *
 * <p>Followers are told every number exactly once, in order. What others have written since, and
 * what a broken commit left behind after all, is found by its number.
 */
final class GroupCommit {

  private static final int MOST = 512;
  private static final int PAGE = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration NO_PATIENCE = Duration.ofMillis(20);

  /** Reads rows after a sequence number, in order. */
  interface Rows {
    List<Recorded> read(long after, int limit);
  }

  private final Database database;
  private final String tenant;
  private final Arrivals arrivals;
  private final Rows rows;
  private final Sequence sequence;
  private final Followers followers = new Followers();
  private final Groups<Append> groups = new Groups<>(MOST, this::commit);
  private volatile long told;

  /** The last row that was told of and that others have written. */
  private long foreign;

  GroupCommit(Database database, String tenant, Arrivals arrivals, Rows rows) {
    this.database = database;
    this.tenant = tenant;
    this.arrivals = arrivals;
    this.rows = rows;
    this.sequence = new Sequence(tenant);
    this.told = database.read(sequence::last);
  }

  Following follow(Consumer<List<Recorded>> follower) {
    return followers.add(follower);
  }

  List<Appended> append(List<? extends Event> events) {
    return handled(Append.of(events));
  }

  /** Makes {@code change} in the transaction of a group: it needs no flush of its own. */
  void change(Consumer<DSLContext> change) {
    if (groups.isMine()) {
      database.change(change);
    } else {
      handled(Append.of(change));
    }
  }

  private List<Appended> handled(Append own) {
    groups.handle(own);
    return own.outcome();
  }

  /** Numbers what arrived without a number, and tells of what others have written. */
  void catchUp() {
    append(List.of());
  }

  /** Whether there is something to catch up with, and this thread may do so. */
  boolean isBehind() {
    return !groups.isMine() && arrivals.haveCome(told);
  }

  private void commit(List<Append> group) {
    try {
      if (group.stream().allMatch(Append::isEmpty) && !arrivals.areWaiting()) {
        tell(new Written(List.of(), database.read(sequence::last)));
      } else {
        write(group);
      }
    } catch (RuntimeException | Error failure) {
      group.forEach(one -> one.fail(failure));
    }
  }

  private void write(List<Append> group) {
    Written written;
    try {
      written = write(group, PATIENCE, LogWriter::writeNew);
    } catch (RuntimeException failure) {
      if (Failures.areOfTheStore(failure)) {
        throw failure;
      }
      written = write(group, NO_PATIENCE, LogWriter::writeEach);
    }
    tell(written);
  }

  private Written write(
      List<Append> group, Duration patience, BiConsumer<LogWriter, List<Append>> writing) {
    return database.write(
        tx -> {
          LogWriter log =
              new LogWriter(tx, tenant, arrivals, told, foreign).waitingAtMost(patience);
          writing.accept(log, group);
          return log.finish();
        });
  }

  private void tell(Written written) {
    if (told + written.fresh().size() == written.last()) {
      tell(written.fresh());
      return;
    }
    while (told < written.last()) {
      tell(rows.read(told, PAGE));
    }
    foreign = Math.max(foreign, written.last() - written.fresh().size());
  }

  private void tell(List<Recorded> batch) {
    if (!batch.isEmpty()) {
      followers.tell(List.copyOf(batch));
      told = batch.get(batch.size() - 1).seq();
    }
  }
}
