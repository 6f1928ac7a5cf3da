package net.alogins.oo.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import net.alogins.oo.id.TenantId;
import org.jooq.DSLContext;

/**
 * What this process does for all that share a PostgreSQL database. Each duty has a row that says
 * who has it and until when; its holder prolongs it long before the end, and whoever asks after the
 * end has it from then on.
 *
 * <p>The database's clock decides who may take a lease, and a monotonic one whether its holder
 * still relies on it, which ends sooner. A holder that stood still in the meantime knows by that;
 * and what it writes under the lease is {@linkplain #fence fenced}: the transaction that writes
 * locks the row of the lease, or fails.
 */
final class Leases {

  /** How long the others wait for a holder that is gone. */
  static final Duration TIME = Duration.ofSeconds(10);

  private static final Duration RELIED_ON = Duration.ofSeconds(9);
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

  private static final String END = "clock_timestamp() + interval '" + TIME.toSeconds() + " s'";

  private static final String TAKE =
      "insert into events_leases as old (tenant, name, holder, turn, until) values (?, ?, ?, 1, "
          + END
          + ") on conflict (tenant, name) do update set holder = excluded.holder,"
          + " turn = old.turn + (old.holder <> excluded.holder)::int, until = excluded.until"
          + " where old.holder = excluded.holder or old.until < clock_timestamp()";

  private static final String PROLONG =
      "update events_leases set until = " + END + " where tenant = ? and holder = ? returning name";

  private final Database database;
  private final String tenant;
  private final LongSupplier ticker;
  private final String holder = UUID.randomUUID().toString();
  private final Map<String, Asked> all = new ConcurrentHashMap<>();

  /** Leases of {@code tenant}; {@code ticker} is monotonic, in nanoseconds. */
  Leases(Database database, TenantId tenant, LongSupplier ticker) {
    this.database = database;
    this.tenant = tenant.value();
    this.ticker = ticker;
  }

  /** When a lease was asked for last, and whether it was had then. */
  private record Asked(long at, boolean isHeld) {

    boolean isOlderThan(Duration age, long now) {
      return now - at > age.toNanos();
    }
  }

  /** Whether this process has {@code duty}, which it takes if nobody has it. */
  boolean hold(String duty) {
    long now = ticker.getAsLong();
    Asked asked = all.get(duty);
    if (asked != null && !asked.isOlderThan(asked.isHeld() ? RELIED_ON : BETWEEN_QUESTIONS, now)) {
      return asked.isHeld();
    }
    boolean isHeld = database.write(tx -> take(tx, duty));
    all.put(duty, new Asked(now, isHeld));
    return isHeld;
  }

  private boolean take(DSLContext tx, String duty) {
    return tx.execute(TAKE, tenant, duty, holder) > 0;
  }

  /**
   * Nobody else has {@code duty} until {@code tx} ends.
   *
   * @throws StoreException if somebody else has it now
   */
  void fence(DSLContext tx, String duty) {
    long now = ticker.getAsLong();
    boolean isHeld = take(tx, duty);
    all.put(duty, new Asked(now, isHeld));
    if (!isHeld) {
      throw new StoreException(
          duty + " must be written by the process that has their lease but another one has it");
    }
  }

  /**
   * Nobody else has had {@code duty} since this process, or nobody ever.
   *
   * @throws StoreException if somebody else has
   */
  void check(DSLContext tx, String duty) {
    tx.fetchOptional(
            "select holder from events_leases where tenant = ? and name = ? for share",
            tenant,
            duty)
        .map(row -> row.get(0, String.class))
        .filter(last -> !last.equals(holder))
        .ifPresent(
            last -> {
              throw new StoreException(duty + " must be done by one process but another took over");
            });
  }

  /** Leaves {@code duty} to the others; who had it last is known. */
  void release(String duty) {
    if (all.remove(duty) != null) {
      database.change(
          tx ->
              tx.execute(
                  "update events_leases set until = clock_timestamp()"
                      + " where tenant = ? and name = ? and holder = ?",
                  tenant,
                  duty,
                  holder));
    }
  }

  /** Nobody will ever have {@code duty} again. */
  void forget(DSLContext tx, String duty) {
    all.remove(duty);
    tx.execute("delete from events_leases where tenant = ? and name = ?", tenant, duty);
  }

  /** Prolongs what is held, when it is time to. */
  void prolong() {
    long now = ticker.getAsLong();
    all.values().removeIf(old -> !old.isHeld() && old.isOlderThan(BETWEEN_QUESTIONS, now));
    boolean isTime =
        all.values().stream().anyMatch(each -> each.isHeld() && each.isOlderThan(FRESH, now));
    if (isTime) {
      List<String> held =
          database.write(tx -> tx.fetch(PROLONG, tenant, holder).into(String.class));
      all.replaceAll((duty, old) -> old.isHeld() ? new Asked(now, held.contains(duty)) : old);
    }
  }

  /** Leaves everything to the others at once. */
  void release() {
    if (all.values().stream().anyMatch(Asked::isHeld)) {
      all.clear();
      database.change(
          tx ->
              tx.execute(
                  "delete from events_leases where tenant = ? and holder = ?", tenant, holder));
    }
  }
}
