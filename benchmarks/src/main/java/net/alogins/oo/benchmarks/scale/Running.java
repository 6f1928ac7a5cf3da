package net.alogins.oo.benchmarks.scale;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryTipScores;

/** A recommender on a SQLite file, with all that it needs. */
final class Running implements AutoCloseable {

  private static final TenantId TENANT = new TenantId("place");

  /** Rows between two snapshots of somebody in haste, and people in memory. */
  private static final int ROWS = 1 << 17;

  private static final long A_MOMENT = 5;

  private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
  private final Set<UserId> strangers = ConcurrentHashMap.newKeySet();
  private final SqliteStores kept;
  private final Optional<VolatileTail> tail;
  private final Recommender recommender;

  private Running(Path file, Builder builder, boolean isHasty) {
    kept = SqliteStores.open(file, TENANT);
    tail =
        isHasty
            ? Optional.of(new VolatileTail(kept.stores().log(), strangers::contains))
            : Optional.empty();
    tail.ifPresent(log -> builder.peopleInMemory(ROWS).snapshotEvery(ROWS));
    recommender =
        builder.stores(tail.map(this::hasty).orElse(kept.stores())).scheduler(background).build();
  }

  /** As anybody would run it. */
  static Running usual(Path file, Builder builder) {
    return new Running(file, builder, false);
  }

  /** Rows are durable once it is closed; scores of candidates, and preferences, are not kept. */
  static Running hasty(Path file, Builder builder) {
    return new Running(file, builder, true);
  }

  private Stores hasty(VolatileTail log) {
    return new Stores(
        log,
        new InMemoryProfileStore(),
        new InMemoryTipScores(),
        new SinceMet(kept.stores().states(), strangers::contains));
  }

  Recommender recommender() {
    return recommender;
  }

  /** Does {@code work}; before, nothing was known of {@code stranger}, so it is not looked for. */
  void meeting(UserId stranger, Runnable work) {
    strangers.add(stranger);
    work.run();
    strangers.remove(stranger);
  }

  /** Returns once what there was to do behind the path is done. */
  void rest() {
    try {
      background.schedule(() -> {}, A_MOMENT, TimeUnit.MILLISECONDS).get();
    } catch (InterruptedException | ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    rest();
    recommender.close();
    background.shutdown();
    tail.ifPresent(VolatileTail::close);
    kept.close();
  }
}
