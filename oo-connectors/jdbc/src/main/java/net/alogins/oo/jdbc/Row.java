package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.id.TipId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** An event as a row of the log that has no number yet. */
final class Row {

  /** What {@link #values} are for. */
  static final List<Field<?>> COLUMNS =
      List.of(
          EVENTS_LOG.TENANT,
          EVENTS_LOG.SEQ,
          EVENTS_LOG.SUBJECT,
          EVENTS_LOG.IDENTITY,
          EVENTS_LOG.TIP,
          EVENTS_LOG.IS_DECISION,
          EVENTS_LOG.BODY,
          EVENTS_LOG.MARK);

  private final Event event;
  private final String subject;
  private final String identity;
  private final @Nullable String tip;
  private final byte[] body;

  Row(Event event) {
    this.event = event;
    this.subject = event.user().value();
    this.identity = event.identity();
    this.tip = event.about().map(TipId::toString).orElse(null);
    this.body = EventCodec.encode(event);
  }

  Event event() {
    return event;
  }

  /** Its columns as row {@code seq} of the log of {@code tenant}. */
  @Nullable Object[] values(String tenant, long seq) {
    boolean isDecision = event instanceof Decided;
    long mark = Mark.of(tenant, seq, subject, identity, tip, isDecision, body);
    return new @Nullable Object[] {tenant, seq, subject, identity, tip, isDecision, body, mark};
  }

  /** Its columns but for the number and the mark, which it does not have yet. */
  List<@Nullable Object> unnumbered(String tenant) {
    return Arrays.asList(tenant, subject, identity, tip, event instanceof Decided, body);
  }

  /** What it is to the rows of {@code tenant} in {@code log}, one of which has its identity. */
  Appended known(DSLContext tx, Table<?> log, String tenant) {
    Record there = tx.select(StoredRow.COLUMNS).from(log).where(sameIdentity(tenant)).fetchSingle();
    boolean isSame = new StoredRow(tenant, there).event().repeatedBy(event);
    long seq = Optional.ofNullable(there.get(EVENTS_LOG.SEQ)).orElse(0L);
    return new Appended(isSame ? Outcome.REPEATED : Outcome.CONFLICT, seq);
  }

  private Condition sameIdentity(String tenant) {
    return EVENTS_LOG
        .TENANT
        .eq(tenant)
        .and(EVENTS_LOG.SUBJECT.eq(subject))
        .and(tip == null ? EVENTS_LOG.TIP.isNull() : EVENTS_LOG.TIP.eq(tip))
        .and(EVENTS_LOG.IDENTITY.eq(identity));
  }
}
