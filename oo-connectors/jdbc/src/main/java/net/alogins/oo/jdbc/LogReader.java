package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static net.alogins.oo.jdbc.generated.Tables.EVENTS_SEQUENCE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Reads the numbered rows of a log, and refuses those that are not as they were written: each is
 * {@linkplain StoredRow checked} by itself, and of all rows none may be missing.
 */
final class LogReader {

  private static final int LARGEST_PAGE = 1_000;
  private final Database database;
  private final String tenant;
  private final String later;

  LogReader(Database database, String tenant) {
    this.database = database;
    this.tenant = tenant;
    this.later =
        database.text(sql -> mine(sql, "", EVENTS_LOG.SEQ.gt(0L), EVENTS_LOG.SEQ.asc(), 1));
  }

  /** Refuses a log whose first or last rows are not those that it should have. */
  void checkEnds() {
    Condition own = EVENTS_LOG.TENANT.eq(tenant);
    Field<Long> first =
        DSL.field(DSL.select(DSL.min(EVENTS_LOG.SEQ)).from(EVENTS_LOG).where(own)).as("first");
    Field<Long> newest =
        DSL.field(DSL.select(DSL.max(EVENTS_LOG.SEQ)).from(EVENTS_LOG).where(own)).as("newest");
    Record ends =
        database.read(
            reader ->
                reader
                    .select(EVENTS_SEQUENCE.TRIMMED, EVENTS_SEQUENCE.LAST, first, newest)
                    .from(EVENTS_SEQUENCE)
                    .where(EVENTS_SEQUENCE.TENANT.eq(tenant))
                    .fetchOptional()
                    .orElseThrow(LogReader::endless));
    long trimmed = ends.get(EVENTS_SEQUENCE.TRIMMED);
    long last = ends.get(EVENTS_SEQUENCE.LAST);
    long before = Optional.ofNullable(ends.get(first)).map(seq -> seq - 1).orElse(last);
    if (before != trimmed || Optional.ofNullable(ends.get(newest)).orElse(last) != last) {
      throw new CorruptEventException(
          "the log must have the rows from %d to %d but has those from %d to %d"
              .formatted(trimmed + 1, last, ends.get(first), ends.get(newest)));
    }
  }

  private static CorruptEventException endless() {
    return new CorruptEventException("the log must know its last number");
  }

  /** Up to {@code limit} rows after {@code after}, in order and without a hole. */
  List<Recorded> after(long after, int limit) {
    Result<? extends Record> page = database.read(reader -> page(reader, after, limit));
    List<Recorded> rows = new ArrayList<>();
    for (Record row : page) {
      if (row.get(EVENTS_LOG.SEQ.getName()) != null) {
        rows.add(new StoredRow(tenant, row).recorded());
      }
    }
    rows.sort(Comparator.comparingLong(Recorded::seq));
    Record ends = page.stream().findFirst().orElseThrow(LogReader::endless);
    long trimmed = ends.get(EVENTS_SEQUENCE.TRIMMED);
    checkNumbers(rows, Math.max(after, trimmed), ends.get(EVENTS_SEQUENCE.LAST), limit);
    return rows;
  }

  /** The rows with the ends of the log at the same moment, once at least. */
  private Result<? extends Record> page(DSLContext reader, long after, int limit) {
    Table<?> rows =
        DSL.select(StoredRow.COLUMNS)
            .from(EVENTS_LOG)
            .where(EVENTS_LOG.TENANT.eq(tenant).and(EVENTS_LOG.SEQ.gt(after)))
            .orderBy(EVENTS_LOG.SEQ)
            .limit(limit)
            .asTable("page");
    return reader
        .select(EVENTS_SEQUENCE.LAST, EVENTS_SEQUENCE.TRIMMED)
        .select(rows.fields())
        .from(EVENTS_SEQUENCE)
        .leftJoin(rows)
        .on(DSL.trueCondition())
        .where(EVENTS_SEQUENCE.TENANT.eq(tenant))
        .fetch();
  }

  private static void checkNumbers(List<Recorded> rows, long before, long last, int limit) {
    long known = before;
    for (Recorded row : rows) {
      known++;
      if (row.seq() != known) {
        throw new CorruptEventException(
            "row " + known + " of the log must be next but it was row " + row.seq());
      }
    }
    if (rows.size() < limit && known < last) {
      throw new CorruptEventException(
          "row " + (known + 1) + " of the log must be there, as " + last + " is the last");
    }
    if (!rows.isEmpty() && known > last) {
      throw new CorruptEventException(
          "row " + known + " of the log must not be there, as " + last + " is the last");
    }
  }

  /** Up to {@code limit} rows of {@code user} after {@code after}, in order. */
  List<Recorded> of(UserId user, long after, int limit) {
    Object[] values = {tenant, user.value(), after, limit};
    return database.ask(
        reader ->
            reader.list(
                later, StoredRow.COLUMNS, row -> new StoredRow(tenant, row).recorded(), values));
  }

  /** Up to {@code limit} rows of {@code user} that are {@code wanted}, in {@code order}. */
  List<Recorded> of(UserId user, Condition wanted, SortField<Long> order, int limit) {
    return database.read(
        reader ->
            mine(reader, user.value(), wanted, order, limit)
                .fetch(row -> new StoredRow(tenant, row).recorded()));
  }

  /** Every row of {@code user} about {@code tip}, in order. */
  List<Recorded> about(UserId user, TipId tip) {
    return database.read(
        reader -> about(reader, user, tip).fetch(row -> new StoredRow(tenant, row).recorded()));
  }

  /**
   * Sorted by what no index has, or SQLite would go through all rows of the person, which are in
   * order, rather than sort the few about the tip.
   */
  ResultQuery<Record> about(DSLContext sql, UserId user, TipId tip) {
    Condition wanted = EVENTS_LOG.TIP.eq(tip.toString());
    return mine(sql, user.value(), wanted, EVENTS_LOG.SEQ.plus(0).asc(), Integer.MAX_VALUE);
  }

  private ResultQuery<Record> mine(
      DSLContext sql, String subject, Condition wanted, SortField<Long> order, int limit) {
    return sql.select(StoredRow.COLUMNS)
        .from(EVENTS_LOG)
        .where(EVENTS_LOG.TENANT.eq(tenant))
        .and(EVENTS_LOG.SUBJECT.eq(subject))
        .and(EVENTS_LOG.SEQ.isNotNull())
        .and(wanted)
        .orderBy(order)
        .limit(limit);
  }

  /**
   * Up to {@code limit} decisions of {@code user} before {@code before}, newest first. What is one
   * is told by the checked rows, not by a column that hides a row if it is damaged.
   */
  List<Recorded> decisions(UserId user, long before, int limit) {
    int size = Math.min(LARGEST_PAGE, Math.addExact(limit, limit));
    List<Recorded> decisions = new ArrayList<>();
    long end = before;
    List<Recorded> page = of(user, EVENTS_LOG.SEQ.lt(end), EVENTS_LOG.SEQ.desc(), size);
    while (true) {
      page.stream().filter(row -> row.event() instanceof Decided).forEach(decisions::add);
      if (decisions.size() >= limit || page.size() < size) {
        return List.copyOf(decisions.subList(0, Math.min(limit, decisions.size())));
      }
      end = page.get(size - 1).seq();
      page = of(user, EVENTS_LOG.SEQ.lt(end), EVENTS_LOG.SEQ.desc(), size);
    }
  }
}
