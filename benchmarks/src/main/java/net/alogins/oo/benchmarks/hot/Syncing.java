package net.alogins.oo.benchmarks.hot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.JdbcConnectionStore;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import net.alogins.oo.testkit.SampleContexts;
import net.alogins.oo.tip.Advice;

/**
 * Tips from the mirror of what Ada has connected, while the many tasks of somebody else are synced
 * as a whole again and again, into the same SQLite file.
 */
final class Syncing implements AutoCloseable {

  private static final String MINE = "mine";
  private static final String MANY = "many";
  private static final int PAGE = 500;

  private final Scratch scratch;
  private final SqliteStores kept;
  private final ScriptedSystem many = new ScriptedSystem(MANY, PAGE);
  private final MemoryVault vault = new MemoryVault();
  private final ConnectionStore store;
  private final Connections mine;
  private final Recommender recommender;
  private Optional<Connections> syncing = Optional.empty();
  private int asked;

  Syncing(int candidates, int tasks) {
    try {
      scratch = new Scratch();
      kept = SqliteStores.open(scratch.path("oo.db"), new TenantId("bench"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    store = JdbcConnectionStore.in(kept);
    ScriptedSystem few = new ScriptedSystem(MINE, PAGE);
    IntStream.range(0, candidates).forEach(i -> few.add("Task " + i));
    IntStream.range(0, tasks).forEach(i -> many.add("Task " + i));
    mine = Connections.to(few.connector()).keptIn(store, vault).every(Duration.ofDays(1)).open();
    connect(mine, few, "ada");
    CandidateSource mirror = mine.source(MINE);
    recommender =
        Recommender.from(
                CandidateSource.named(
                    MINE,
                    CandidateSource.immediate(
                        context -> mirror.candidates(SampleContexts.plain()))))
            .choosingWith(Policies.standard())
            .build();
    many.beforeAnswer(many::forgetCursors);
  }

  private static void connect(Connections to, ScriptedSystem system, String user) {
    Connection connection =
        new Connection(
            new ConnectionId(user), new UserId(user), system.connector().name(), "", false);
    if (to.connect(connection, system.secrets()).isEmpty()) {
      throw new IllegalStateException(user + " must be connected but is not");
    }
  }

  /** How many candidates there are by now. */
  int candidates() {
    return store.open(new UserId("ada")).size();
  }

  /** Syncs from now on. */
  void begin() {
    Connections other =
        Connections.to(many.connector()).keptIn(store, vault).every(Duration.ofSeconds(1)).open();
    syncing = Optional.of(other);
    connect(other, many, "sam");
  }

  /** Syncs no more. */
  void end() {
    syncing.ifPresent(Connections::close);
    syncing = Optional.empty();
  }

  /** How many pages of the many tasks were synced. */
  int pages() {
    return many.asked();
  }

  Advice tip() {
    asked++;
    return recommender.tip(new UserId("user" + asked));
  }

  @Override
  public void close() {
    end();
    recommender.close();
    mine.close();
    kept.close();
    try {
      scratch.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
