package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static net.alogins.oo.jdbc.generated.Tables.EVENTS_POSITION;
import static net.alogins.oo.jdbc.generated.Tables.EVENTS_SEQUENCE;

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
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The log in the tables of the events module; appends are grouped by {@link GroupCommit}. */
final class JdbcEventLog implements EventLog {

  private final DSLContext writer;
  private final DSLContext reader;
  private final String tenant;
  private final GroupCommit commits;
  private final Trimming trimming;

  JdbcEventLog(DSLContext writer, DSLContext reader, TenantId tenant) {
    this.writer = writer;
    this.reader = reader;
    this.tenant = tenant.value();
    this.commits = new GroupCommit(writer, this.tenant, this::read);
    this.trimming = new Trimming(writer, this.tenant);
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
    return rows(EVENTS_LOG.SEQ.gt(after)).orderBy(EVENTS_LOG.SEQ).limit(limit).fetch(this::row);
  }

  @Override
  public List<Recorded> read(UserId user, long after, int limit) {
    return rows(of(user).and(EVENTS_LOG.SEQ.gt(after)))
        .orderBy(EVENTS_LOG.SEQ)
        .limit(limit)
        .fetch(this::row);
  }

  @Override
  public List<Recorded> about(UserId user, TipId tip) {
    return rows(of(user).and(EVENTS_LOG.TIP.eq(tip.toString())))
        .orderBy(EVENTS_LOG.SEQ)
        .fetch(this::row);
  }

  @Override
  public List<Recorded> decisions(UserId user, long before, int limit) {
    return rows(of(user).and(EVENTS_LOG.SEQ.lt(before)).and(EVENTS_LOG.IS_DECISION))
        .orderBy(EVENTS_LOG.SEQ.desc())
        .limit(limit)
        .fetch(this::row);
  }

  private static Condition of(UserId user) {
    return EVENTS_LOG.SUBJECT.eq(user.value());
  }

  private SelectConditionStep<? extends Record> rows(Condition condition) {
    return reader
        .select(EVENTS_LOG.SEQ, EVENTS_LOG.SUBJECT, EVENTS_LOG.BODY)
        .from(EVENTS_LOG)
        .where(EVENTS_LOG.TENANT.eq(tenant))
        .and(condition);
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
    return reader
        .select(EVENTS_POSITION.SEQ)
        .from(EVENTS_POSITION)
        .where(EVENTS_POSITION.TENANT.eq(tenant))
        .and(EVENTS_POSITION.FOLLOWER.eq(follower))
        .fetchOptional(EVENTS_POSITION.SEQ)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public void advance(String follower, long seq) {
    writer
        .insertInto(EVENTS_POSITION)
        .columns(EVENTS_POSITION.TENANT, EVENTS_POSITION.FOLLOWER, EVENTS_POSITION.SEQ)
        .values(tenant, follower, seq)
        .onConflict(EVENTS_POSITION.TENANT, EVENTS_POSITION.FOLLOWER)
        .doUpdate()
        .set(EVENTS_POSITION.SEQ, seq)
        .execute();
  }

  @Override
  public long trimmed() {
    return reader
        .select(EVENTS_SEQUENCE.TRIMMED)
        .from(EVENTS_SEQUENCE)
        .where(EVENTS_SEQUENCE.TENANT.eq(tenant))
        .fetchOptional(EVENTS_SEQUENCE.TRIMMED)
        .orElse(0L);
  }

  @Override
  public void trim(long seq) {
    trimming.upTo(seq);
  }
}
