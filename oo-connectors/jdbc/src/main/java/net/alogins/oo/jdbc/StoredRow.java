package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import java.util.List;
import java.util.Objects;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.jooq.Field;
import org.jooq.Record;

/**
 * A row as the database has it: it is only read if it matches its mark, unless it was written
 * before there were marks, and if its columns say what its event says.
 */
final class StoredRow {

  /** What a record must have. */
  static final List<Field<?>> COLUMNS =
      List.of(
          EVENTS_LOG.SEQ,
          EVENTS_LOG.SUBJECT,
          EVENTS_LOG.IDENTITY,
          EVENTS_LOG.TIP,
          EVENTS_LOG.IS_DECISION,
          EVENTS_LOG.BODY,
          EVENTS_LOG.MARK);

  private final String tenant;
  private final Record row;

  StoredRow(String tenant, Record row) {
    this.tenant = tenant;
    this.row = row;
  }

  private <T> T get(Field<T> column) {
    return row.get(column.getName(), column.getType());
  }

  /**
   * The row.
   *
   * @throws NewerEventException if a newer oO wrote it
   * @throws CorruptEventException if it is damaged; the message says which row it is
   */
  Recorded recorded() {
    return new Recorded(get(EVENTS_LOG.SEQ), event());
  }

  /** Its event; the row may have no number yet. */
  Event event() {
    try {
      Long mark = get(EVENTS_LOG.MARK);
      if (mark != null && mark != mark()) {
        throw new CorruptEventException("a row must match its mark");
      }
      UserId user = new UserId(get(EVENTS_LOG.SUBJECT));
      return agreed(EventCodec.decode(user, get(EVENTS_LOG.BODY)));
    } catch (NewerEventException newer) {
      throw new NewerEventException(name() + ": " + newer.getMessage());
    } catch (RuntimeException damaged) {
      throw new CorruptEventException(name() + " is damaged", damaged);
    }
  }

  private long mark() {
    return Mark.of(
        tenant,
        get(EVENTS_LOG.SEQ),
        get(EVENTS_LOG.SUBJECT),
        get(EVENTS_LOG.IDENTITY),
        get(EVENTS_LOG.TIP),
        get(EVENTS_LOG.IS_DECISION),
        get(EVENTS_LOG.BODY));
  }

  private Event agreed(Event event) {
    if (!event.identity().equals(get(EVENTS_LOG.IDENTITY))
        || !Objects.equals(event.about().map(TipId::toString).orElse(null), get(EVENTS_LOG.TIP))
        || (event instanceof Decided) != get(EVENTS_LOG.IS_DECISION)) {
      throw new CorruptEventException("a row must say what its event says");
    }
    return event;
  }

  private String name() {
    return "row " + get(EVENTS_LOG.SEQ) + " of the log";
  }
}
