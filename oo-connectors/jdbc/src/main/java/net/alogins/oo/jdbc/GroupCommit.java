package net.alogins.oo.jdbc;

import java.util.List;
import java.util.function.Consumer;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog.Following;
import net.alogins.oo.event.Followers;
import net.alogins.oo.event.Recorded;
import org.jooq.DSLContext;

/**
 * Appends of many callers in one transaction, so that they share one flush of the disk.
 *
 * <p>There is no thread for it: callers queue up their encoded events, and whoever holds the lock
 * commits all that are queued, tells the followers, and so finds that most of those who waited are
 * served. A group that fails is tried again append by append, so that one of them cannot fail the
 * others; nor does an interrupt of whoever commits, which waits until it is done. What a broken
 * commit left behind after all is found by its sequence number: followers are told every number
 * exactly once, in order.
 */
final class GroupCommit {

  private static final int MOST = 256;
  private static final int PAGE = 256;

  /** Reads rows after a sequence number, in order. */
  interface Rows {
    List<Recorded> read(long after, int limit);
  }

  private final DSLContext writer;
  private final String tenant;
  private final Rows rows;
  private final Followers followers = new Followers();
  private final Groups<Append> groups = new Groups<>(MOST, this::commit);
  private long told;

  GroupCommit(DSLContext writer, String tenant, Rows rows) {
    this.writer = writer;
    this.tenant = tenant;
    this.rows = rows;
    this.told = new LogWriter(writer, tenant).last();
  }

  Following follow(Consumer<List<Recorded>> follower) {
    return followers.add(follower);
  }

  List<Appended> append(List<? extends Event> events) {
    Append own = Append.of(events);
    groups.handle(own);
    return own.outcome();
  }

  private void commit(List<Append> group) {
    try {
      Written written;
      try {
        written = writer.transactionResult(tx -> writeNew(tx.dsl(), group));
      } catch (RuntimeException known) {
        written = writer.transactionResult(tx -> write(tx.dsl(), group));
      }
      tell(written);
      group.forEach(Append::settle);
    } catch (RuntimeException | Error failure) {
      if (group.size() == 1) {
        group.get(0).fail(failure);
      } else {
        group.forEach(one -> commit(List.of(one)));
      }
    }
  }

  private Written writeNew(DSLContext tx, List<Append> group) {
    LogWriter log = new LogWriter(tx, tenant);
    log.writeNew(group);
    return log.finish();
  }

  private Written write(DSLContext tx, List<Append> group) {
    LogWriter log = new LogWriter(tx, tenant);
    group.forEach(one -> one.writeTo(log));
    return log.finish();
  }

  /** What a transaction added, and the last number after it. */
  record Written(List<Recorded> fresh, long last) {}

  private void tell(Written written) {
    if (told + written.fresh().size() == written.last()) {
      tell(written.fresh());
      return;
    }
    while (told < written.last()) {
      tell(rows.read(told, PAGE));
    }
  }

  private void tell(List<Recorded> batch) {
    if (!batch.isEmpty()) {
      followers.tell(List.copyOf(batch));
      told = batch.get(batch.size() - 1).seq();
    }
  }
}
