package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static org.jooq.impl.DSL.max;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import org.jooq.DSLContext;

/**
 * What others have written that those who append had not seen, asked for under the lock on the
 * log's sequence: a decision or a withdrawal that it makes wrong is not written.
 */
final class Unseen {

  private final DSLContext tx;
  private final String tenant;
  private final long last;
  private final Map<String, Long> lastOf = new HashMap<>();

  /** {@code last} is the last row that others have written, 0 if there is none. */
  Unseen(DSLContext tx, String tenant, long last) {
    this.tx = tx;
    this.tenant = tenant;
    this.last = last;
  }

  /** Has a look, once, at what was written of those for whom {@code rows} decide. */
  void look(List<Row> rows) {
    List<Decided> doubtful =
        rows.stream()
            .map(Row::event)
            .filter(Decided.class::isInstance)
            .map(Decided.class::cast)
            .filter(decided -> decided.by().seq() < last)
            .toList();
    if (!doubtful.isEmpty()) {
      List<String> users = doubtful.stream().map(decided -> decided.user().value()).toList();
      long from = doubtful.stream().mapToLong(each -> each.by().seq()).min().orElse(last);
      tx.select(EVENTS_LOG.SUBJECT, max(EVENTS_LOG.SEQ))
          .from(EVENTS_LOG)
          .where(EVENTS_LOG.TENANT.eq(tenant).and(EVENTS_LOG.SUBJECT.in(users)))
          .and(EVENTS_LOG.SEQ.gt(from))
          .groupBy(EVENTS_LOG.SUBJECT)
          .forEach(row -> lastOf.put(row.value1(), row.value2()));
    }
  }

  /** The row that makes {@code event} wrong, if there is one. */
  Optional<Long> against(Event event) {
    if (event instanceof Decided decided) {
      return Optional.ofNullable(lastOf.get(decided.user().value()))
          .filter(seq -> seq > decided.by().seq());
    }
    return event instanceof Withdrawn withdrawn && last > 0
        ? answer(withdrawn.user().value(), withdrawn.tip())
        : Optional.empty();
  }

  /** The answer to {@code tip} that stands, if there is one. */
  private Optional<Long> answer(String user, TipId tip) {
    Map<ReactionId, Long> answers = new HashMap<>();
    Set<ReactionId> retracted = new HashSet<>();
    tx.select(StoredRow.COLUMNS)
        .from(EVENTS_LOG)
        .where(EVENTS_LOG.TENANT.eq(tenant).and(EVENTS_LOG.SUBJECT.eq(user)))
        .and(EVENTS_LOG.TIP.eq(tip.toString()))
        .and(EVENTS_LOG.SEQ.isNotNull())
        .and(EVENTS_LOG.IS_DECISION.isFalse())
        .fetch(row -> new StoredRow(tenant, row).recorded())
        .forEach(
            row -> {
              if (row.event() instanceof Reacted reacted) {
                answers.put(reacted.id(), row.seq());
              } else if (row.event() instanceof Retracted undo) {
                retracted.add(undo.target());
              }
            });
    answers.keySet().removeAll(retracted);
    return answers.values().stream().findFirst();
  }
}
