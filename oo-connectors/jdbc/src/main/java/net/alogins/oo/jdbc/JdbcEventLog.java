package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static net.alogins.oo.jdbc.generated.Tables.EVENTS_POSITION;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SortField;

/** The log in the tables of the events module; appends are grouped by {@link GroupCommit}. */
final class JdbcEventLog implements EventLog {

  private final Database database;
  private final String tenant;
  private final Sequence sequence;
  private final GroupCommit commits;
  private final Trimming trimming;

  JdbcEventLog(Database database, TenantId tenant, Arrivals arrivals) {
    this.database = database;
    this.tenant = tenant.value();
    this.sequence = new Sequence(this.tenant);
    database.change(sequence::create);
    this.commits = new GroupCommit(database, this.tenant, arrivals, this::rows);
    this.trimming = new Trimming(database, this.tenant);
  }

  /** Numbers what arrived without a number, and tells of what others have written. */
  void catchUp() {
    if (commits.isBehind()) {
      commits.catchUp();
    }
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    return events.isEmpty() ? List.of() : commits.append(events);
  }

  @Override
  public Following follow(Consumer<List<Recorded>> follower) {
    return commits.follow(follower);
  }

  @Override
  public List<Recorded> read(long after, int limit) {
    List<Recorded> page = rows(after, limit);
    if (page.size() == limit || !commits.isBehind()) {
      return page;
    }
    commits.catchUp();
    return rows(after, limit);
  }

  private List<Recorded> rows(long after, int limit) {
    return rows(EVENTS_LOG.SEQ.gt(after), EVENTS_LOG.SEQ.asc(), limit);
  }

  @Override
  public List<Recorded> read(UserId user, long after, int limit) {
    return rows(of(user).and(EVENTS_LOG.SEQ.gt(after)), EVENTS_LOG.SEQ.asc(), limit);
  }

  @Override
  public List<Recorded> about(UserId user, TipId tip) {
    Condition wanted = of(user).and(EVENTS_LOG.TIP.eq(tip.toString())).and(EVENTS_LOG.SEQ.gt(0L));
    return rows(wanted, EVENTS_LOG.SEQ.asc(), Integer.MAX_VALUE);
  }

  @Override
  public List<Recorded> decisions(UserId user, long before, int limit) {
    Condition wanted = of(user).and(EVENTS_LOG.SEQ.lt(before)).and(EVENTS_LOG.IS_DECISION);
    return rows(wanted, EVENTS_LOG.SEQ.desc(), limit);
  }

  private static Condition of(UserId user) {
    return EVENTS_LOG.SUBJECT.eq(user.value());
  }

  private List<Recorded> rows(Condition wanted, SortField<Long> order, int limit) {
    return database.read(
        reader ->
            reader
                .select(EVENTS_LOG.SEQ, EVENTS_LOG.SUBJECT, EVENTS_LOG.BODY)
                .from(EVENTS_LOG)
                .where(EVENTS_LOG.TENANT.eq(tenant))
                .and(wanted)
                .orderBy(order)
                .limit(limit)
                .fetch(this::row));
  }

  private Recorded row(Record row) {
    long seq = row.get(EVENTS_LOG.SEQ);
    try {
      UserId user = new UserId(row.get(EVENTS_LOG.SUBJECT));
      return new Recorded(seq, EventCodec.decode(user, row.get(EVENTS_LOG.BODY)));
    } catch (NewerEventException newer) {
      throw new NewerEventException("row " + seq + " of the log: " + newer.getMessage());
    } catch (CorruptEventException damaged) {
      throw new CorruptEventException("row " + seq + " of the log is damaged", damaged);
    }
  }

  @Override
  public OptionalLong position(String follower) {
    return database
        .read(
            reader ->
                reader
                    .select(EVENTS_POSITION.SEQ)
                    .from(EVENTS_POSITION)
                    .where(EVENTS_POSITION.TENANT.eq(tenant))
                    .and(EVENTS_POSITION.FOLLOWER.eq(follower))
                    .fetchOptional(EVENTS_POSITION.SEQ))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public void advance(String follower, long seq) {
    database.change(
        tx ->
            tx.insertInto(EVENTS_POSITION)
                .columns(EVENTS_POSITION.TENANT, EVENTS_POSITION.FOLLOWER, EVENTS_POSITION.SEQ)
                .values(tenant, follower, seq)
                .onConflict(EVENTS_POSITION.TENANT, EVENTS_POSITION.FOLLOWER)
                .doUpdate()
                .set(EVENTS_POSITION.SEQ, seq)
                .execute());
  }

  @Override
  public long trimmed() {
    return database.read(sequence::trimmed);
  }

  @Override
  public void trim(long seq) {
    trimming.upTo(seq);
  }
}
