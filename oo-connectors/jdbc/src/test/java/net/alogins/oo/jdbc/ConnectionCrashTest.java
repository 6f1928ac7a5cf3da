package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import net.alogins.oo.testkit.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sync ends anywhere, between its steps or within one, and the next process goes on. */
@Timeout(120)
class ConnectionCrashTest {

  private static final UserId ADA = new UserId("ada");
  private static final TenantId HOME = new TenantId("home");
  private static final String LIST = "list";
  private static final int CRASHES = 100;
  private static final int TASKS = 120;
  private static final int MOST_STEPS = 24;

  @TempDir private Path directory;

  /** What ends a process here. */
  private static final class Crash extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }

  private final ScriptedSystem there = new ScriptedSystem(LIST, 10);
  private final MemoryVault vault = new MemoryVault();
  private final SplittableRandom random = new SplittableRandom(7);

  /** A store that a process has until one of its calls, which is done or not. */
  private static final class Crashing {

    private final ConnectionStore store;
    private final int last;
    private final boolean isDone;
    private int calls;

    Crashing(ConnectionStore store, int last, boolean isDone) {
      this.store = store;
      this.last = last;
      this.isDone = isDone;
    }

    ConnectionStore proxy() {
      return (ConnectionStore)
          Proxy.newProxyInstance(
              ConnectionStore.class.getClassLoader(),
              new Class<?>[] {ConnectionStore.class},
              (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
      calls++;
      if (calls > last || (calls == last && !isDone)) {
        throw new Crash();
      }
      Object result = invoke(method, arguments);
      if (calls == last) {
        throw new Crash();
      }
      return result;
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(store, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }

    boolean hasCrashed() {
      return calls >= last;
    }
  }

  private void process(ConnectionStore store, boolean isNew) {
    ManualScheduler scheduler = new ManualScheduler();
    try (Connections connections =
        Connections.to(there.connector())
            .keptIn(store, vault)
            .scheduler(scheduler)
            .executor(scheduler)
            .open()) {
      if (isNew) {
        Connection connection = new Connection(ConnectionId.random(), ADA, LIST, "", true);
        assertThat(connections.connect(connection, there.secrets())).isPresent();
      }
      IntStream.range(0, 4).forEach(i -> scheduler.run());
    } catch (Crash expected) {
      assertThat(store.getClass()).matches(Proxy::isProxyClass);
    }
  }

  private void change(int seed) {
    for (int i = 0; i < 15; i++) {
      String key = "t" + (1 + random.nextInt(TASKS));
      if (i % 3 == 0) {
        there.complete(key);
      } else {
        there.rename(key, "Renamed " + seed + "." + i);
      }
    }
    if (seed % 5 == 0) {
      there.forgetCursors();
    }
  }

  private Set<Candidate> clean() {
    ConnectionStore clean = new InMemoryConnectionStore();
    process(clean, true);
    return new HashSet<>(clean.open(ADA));
  }

  @Test
  void the_mirror_is_that_of_a_clean_sync_wherever_a_sync_has_ended() {
    IntStream.rangeClosed(1, TASKS).forEach(i -> there.add("Task " + i));
    int crashed = 0;
    try (SqliteStores first = SqliteStores.open(directory.resolve("oo.db"), HOME)) {
      process(JdbcConnectionStore.in(first), true);
    }
    for (int seed = 0; crashed < CRASHES; seed++) {
      change(seed);
      try (SqliteStores kept = SqliteStores.open(directory.resolve("oo.db"), HOME)) {
        Crashing crashing =
            new Crashing(
                JdbcConnectionStore.in(kept), 1 + random.nextInt(MOST_STEPS), random.nextBoolean());
        process(crashing.proxy(), false);
        crashed += crashing.hasCrashed() ? 1 : 0;
      }
      change(seed + CRASHES);
      try (SqliteStores kept = SqliteStores.open(directory.resolve("oo.db"), HOME)) {
        ConnectionStore store = JdbcConnectionStore.in(kept);
        process(store, false);
        List<Candidate> mirrored = store.open(ADA);
        assertThat(new HashSet<>(mirrored)).as("seed %d", seed).isEqualTo(clean());
        assertThat(mirrored).extracting(Candidate::id).doesNotHaveDuplicates();
      }
    }
    System.out.printf("connections: %d crashes of a sync, 0 mirrors that differ%n", crashed);
    assertThat(crashed).isEqualTo(CRASHES);
  }
}
