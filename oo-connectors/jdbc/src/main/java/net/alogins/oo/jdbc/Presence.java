package net.alogins.oo.jdbc;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import net.alogins.oo.id.TenantId;

/**
 * How many processes that ask for it have the same database open. Each has a lease of its own that
 * says so, and counts those of all of them now and then; one that is gone counts until its lease
 * ends. A tool that never asks does not count.
 */
final class Presence {

  private static final String PREFIX = "present/";
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private static final String COUNT =
      "select count(*) from events_leases where tenant = ? and name like '"
          + PREFIX
          + "%' and until > clock_timestamp()";

  private static final String FORGET =
      "delete from events_leases where tenant = ? and name like '"
          + PREFIX
          + "%' and until < clock_timestamp() - interval '1 minute'";

  private final Database database;
  private final String tenant;
  private final Leases leases;
  private final LongSupplier ticker;
  private final String own = PREFIX + UUID.randomUUID();
  private long next;
  private volatile int processes = 1;
  private volatile boolean isAsked;

  /** Of {@code tenant}; whoever has {@code leases} prolongs them. */
  Presence(Database database, TenantId tenant, Leases leases, LongSupplier ticker) {
    this.database = database;
    this.tenant = tenant.value();
    this.leases = leases;
    this.ticker = ticker;
    this.next = ticker.getAsLong();
  }

  /** Says that this process is there, and counts, when it is time to; by one thread. */
  void look() {
    long now = ticker.getAsLong();
    if (isAsked && now - next >= 0) {
      leases.hold(own);
      processes = database.read(reader -> reader.fetchSingle(COUNT, tenant).get(0, Integer.class));
      next = now + PERIOD.toNanos();
    }
  }

  /** Forgets those that are long gone. */
  void clear() {
    database.change(tx -> tx.execute(FORGET, tenant));
  }

  /** How many there were when they were last counted, this one among them. */
  int processes() {
    isAsked = true;
    return Math.max(1, processes);
  }
}
