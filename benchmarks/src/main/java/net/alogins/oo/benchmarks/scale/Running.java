package net.alogins.oo.benchmarks.scale;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.memory.InMemoryTipScores;

/** A recommender on a SQLite file, with all that it needs. */
final class Running implements AutoCloseable {

  private static final TenantId TENANT = new TenantId("place");

  /** Rows between two snapshots of somebody in haste, and how many people they are of at most. */
  private static final int ROWS = 1 << 17;

  private static final long A_MOMENT = 5;

  private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
  private final SqliteStores kept;
  private final Optional<VolatileTail> tail;
  private final Recommender recommender;

  private Running(Path file, Builder builder, boolean isHasty) {
    kept = SqliteStores.open(file, TENANT);
    tail = isHasty ? Optional.of(new VolatileTail(kept.stores().log())) : Optional.empty();
    tail.ifPresent(log -> builder.peopleInMemory(ROWS / 2).snapshotEvery(ROWS));
    recommender =
        builder.stores(tail.map(this::hasty).orElse(kept.stores())).scheduler(background).build();
  }

  /** As anybody would run it. */
  static Running usual(Path file, Builder builder) {
    return new Running(file, builder, false);
  }

  /** Rows are durable once it is closed; scores of candidates are not kept. */
  static Running hasty(Path file, Builder builder) {
    return new Running(file, builder, true);
  }

  private Stores hasty(VolatileTail log) {
    return new Stores(
        log, kept.stores().profiles(), new InMemoryTipScores(), kept.stores().states());
  }

  Recommender recommender() {
    return recommender;
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
