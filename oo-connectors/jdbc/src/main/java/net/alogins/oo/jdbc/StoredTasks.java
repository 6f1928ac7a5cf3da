package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.INTEGRATIONS_CONNECTIONS;
import static net.alogins.oo.jdbc.generated.Tables.INTEGRATIONS_TASKS;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.IntegrationsConnections;
import net.alogins.oo.jdbc.generated.tables.IntegrationsTasks;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The tasks of one connection, within one transaction. */
final class StoredTasks {

  /** What names a task that no list of everything needs to name. */
  private static final long NO_LIST = Long.MAX_VALUE;

  private static final IntegrationsTasks T = INTEGRATIONS_TASKS;
  private static final IntegrationsConnections C = INTEGRATIONS_CONNECTIONS;

  private final DSLContext tx;
  private final String tenant;
  private final ConnectionId connection;

  StoredTasks(DSLContext tx, String tenant, ConnectionId connection) {
    this.tx = tx;
    this.tenant = tenant;
    this.connection = connection;
  }

  /** Applies what was pushed; whether there was room for it. */
  boolean push(List<Change> changes) {
    if (wouldBeOpen(changes) > ConnectionStore.MOST_PUSHED) {
      return false;
    }
    here(place -> apply(changes, place, NO_LIST));
    return true;
  }

  /** One is gone, as its person says. */
  void complete(String key) {
    here(place -> gone(List.of(key), place));
  }

  /** One is open again. */
  void reopen(String key) {
    tx.update(T).set(T.IS_OPEN, true).where(mine()).and(T.TASK_KEY.eq(key)).execute();
  }

  /** What happens here and not by a list: from a place on, and where it ends. */
  private void here(LongUnaryOperator happens) {
    Condition mine = C.TENANT.eq(tenant).and(C.ID.eq(connection.value()));
    tx.update(C).set(C.PLACES, C.PLACES.plus(1)).where(mine).execute();
    tx.select(C.PLACES)
        .from(C)
        .where(mine)
        .fetchOptional(C.PLACES)
        .ifPresent(
            place -> {
              long places = happens.applyAsLong(place);
              forgetOldest();
              tx.update(C).set(C.PLACES, places).where(mine).execute();
            });
  }

  private static Map<String, Change> lastWords(List<Change> changes) {
    Map<String, Change> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.key(), change));
    return last;
  }

  /** How many tasks would be open after these changes. */
  private long wouldBeOpen(List<Change> changes) {
    Map<String, Change> last = lastWords(changes);
    long others =
        tx.selectCount()
            .from(T)
            .where(mine())
            .and(T.IS_OPEN)
            .and(T.TASK_KEY.notIn(last.keySet()))
            .fetchSingle()
            .value1();
    return others + last.values().stream().filter(Change.Open.class::isInstance).count();
  }

  /** Applies the last word on each task; what happens from {@code place} on, and where it ends. */
  long apply(List<Change> changes, long place, long listing) {
    Map<String, Change> last = lastWords(changes);
    List<Query> open = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (Change change : last.values()) {
      if (change instanceof Change.Open task) {
        open.add(put(task.task(), place + open.size() + 1, listing));
      } else {
        gone.add(change.key());
      }
    }
    tx.batch(open).execute();
    return gone(gone, place + open.size());
  }

  private Query put(Candidate task, long place, long listing) {
    return tx.insertInto(T)
        .set(T.TENANT, tenant)
        .set(T.CONNECTION, connection.value())
        .set(T.TASK_KEY, task.id().key())
        .set(T.PLACE, place)
        .set(told(task, listing))
        .onConflict(T.TENANT, T.CONNECTION, T.TASK_KEY)
        .doUpdate()
        .set(told(task, listing));
  }

  private static Map<Object, Object> told(Candidate task, long listing) {
    Map<Object, Object> cells = new LinkedHashMap<>();
    cells.put(T.LISTING, listing);
    cells.put(T.IS_OPEN, true);
    cells.put(T.TITLE, task.title());
    cells.put(T.KIND, task.kind());
    cells.put(T.LINK, task.link().map(URI::toString).orElse(null));
    cells.put(T.DUE, task.due().map(LocalDate::toEpochDay).orElse(null));
    cells.put(T.CREATED, task.created().map(LocalDate::toEpochDay).orElse(null));
    cells.put(T.MINUTES, task.minutes().isPresent() ? task.minutes().getAsInt() : null);
    cells.put(T.PRIORITY, task.priority().isPresent() ? task.priority().getAsInt() : null);
    return cells;
  }

  /** What is gone is put behind the others, so that who went first is forgotten first. */
  private long gone(List<String> keys, long place) {
    List<Query> all = new ArrayList<>();
    for (String key : keys) {
      all.add(
          tx.update(T)
              .set(T.IS_OPEN, false)
              .set(T.PLACE, place + all.size() + 1)
              .where(mine())
              .and(T.TASK_KEY.eq(key)));
    }
    tx.batch(all).execute();
    return place + keys.size();
  }

  /** What the list did not name is gone. */
  long endListing(long place, long listing) {
    List<String> unnamed =
        tx.select(T.TASK_KEY)
            .from(T)
            .where(mine())
            .and(T.IS_OPEN)
            .and(T.LISTING.lt(listing))
            .orderBy(T.PLACE)
            .fetch(T.TASK_KEY);
    return gone(unnamed, place);
  }

  void forgetOldest() {
    Condition isGone = mine().andNot(T.IS_OPEN);
    tx.select(T.PLACE)
        .from(T)
        .where(isGone)
        .orderBy(T.PLACE.desc())
        .limit(1)
        .offset(ConnectionStore.MOST_GONE)
        .fetchOptional(T.PLACE)
        .ifPresent(last -> tx.deleteFrom(T).where(isGone).and(T.PLACE.le(last)).execute());
  }

  void remove() {
    tx.deleteFrom(T).where(mine()).execute();
  }

  private Condition mine() {
    return T.TENANT.eq(tenant).and(T.CONNECTION.eq(connection.value()));
  }

  /** A task of this key of the connection in the query around it. */
  static Select<Record1<String>> keyed(DSLContext reader, String key) {
    return reader
        .select(T.TASK_KEY)
        .from(T)
        .where(T.TENANT.eq(C.TENANT).and(T.CONNECTION.eq(C.ID)).and(T.TASK_KEY.eq(key)));
  }

  /** The open tasks of everything that {@code user} has connected. */
  static List<Candidate> open(DSLContext reader, String tenant, UserId user) {
    return reader
        .select(C.CONNECTOR)
        .select(T.fields())
        .from(C)
        .join(T)
        .on(T.TENANT.eq(C.TENANT).and(T.CONNECTION.eq(C.ID)).and(T.IS_OPEN))
        .where(C.TENANT.eq(tenant).and(C.SUBJECT.eq(user.value())))
        .orderBy(C.ADDED, C.ID, T.PLACE)
        .fetch(StoredTasks::candidate);
  }

  private static Candidate candidate(Record row) {
    return new Candidate(
        new CandidateId(row.get(C.CONNECTOR), row.get(T.TASK_KEY)),
        new Provenance.Listed(),
        row.get(T.TITLE),
        row.get(T.KIND),
        Optional.ofNullable(row.get(T.LINK)).map(URI::create),
        Optional.ofNullable(row.get(T.DUE)).map(LocalDate::ofEpochDay),
        Optional.ofNullable(row.get(T.CREATED)).map(LocalDate::ofEpochDay),
        number(row.get(T.MINUTES)),
        number(row.get(T.PRIORITY)),
        Attributes.none());
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
