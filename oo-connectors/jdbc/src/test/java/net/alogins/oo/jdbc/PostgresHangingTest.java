package net.alogins.oo.jdbc;

import static net.alogins.oo.testkit.SampleEvents.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own that stops to answer without closing a connection. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PostgresHangingTest {

  @TempDir private Path directory;
  private EmbeddedPostgres server;
  private final List<Long> stopped = new ArrayList<>();

  @BeforeEach
  void start() {
    try {
      server = EmbeddedPostgres.builder().setDataDirectory(directory.resolve("data")).start();
    } catch (IOException | RuntimeException failure) {
      Assumptions.abort("no PostgreSQL server: " + failure);
    }
  }

  @AfterEach
  void end() throws Exception {
    goOn();
    server.close();
  }

  private void goOn() throws Exception {
    for (long pid : stopped) {
      signal("-CONT", pid);
    }
  }

  private static void signal(String signal, long pid) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
  }

  private void stopAll() throws Exception {
    long postmaster =
        Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0).trim());
    try (Stream<ProcessHandle> children = ProcessHandle.of(postmaster).orElseThrow().children()) {
      stopped.add(postmaster);
      stopped.addAll(children.map(ProcessHandle::pid).toList());
    }
    for (long pid : stopped) {
      signal("-STOP", pid);
    }
  }

  @Test
  void closing_ends_within_seconds_and_so_does_whoever_waits() throws Exception {
    PostgresStores stores =
        PostgresStores.open(
            server.getJdbcUrl("postgres", "postgres"), "postgres", "", PostgresOpened.HOME);
    EventLog log = stores.stores().log();
    log.append(List.of(decided(new UserId("ada"), new TipId(0, 0))));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      stopAll();
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        TipId tip = new TipId(i, i);
        waiting.add(threads.submit(() -> log.append(List.of(decided(new UserId("ada"), tip)))));
        waiting.add(threads.submit(() -> log.read(0, 10)));
      }
      await().until(() -> Thread.getAllStackTraces().values().stream().anyMatch(this::isReading));

      long start = System.nanoTime();
      stores.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
      for (Future<?> one : waiting) {
        assertThatThrownBy(one::get).hasCauseInstanceOf(StoreException.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(Thread.getAllStackTraces().entrySet())
                      .noneMatch(each -> each.getKey().getName().startsWith("oo-postgres")));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoever_asks_is_told_that_it_hangs_and_asks_again_once_it_goes_on() throws Exception {
    try (PostgresStores stores =
        PostgresStores.open(
            server.getJdbcUrl("postgres", "postgres"), "postgres", "", PostgresOpened.HOME)) {
      EventLog log = stores.stores().log();
      UserId ada = new UserId("ada");
      log.append(List.of(decided(ada, new TipId(0, 0))));

      stopAll();

      assertThat(refused(() -> log.append(List.of(decided(ada, new TipId(1, 1))))))
          .isLessThan(Duration.ofMillis(2500));
      assertThat(refused(() -> log.read(0, 10))).isLessThan(Duration.ofMillis(200));
      assertThat(refused(() -> log.append(List.of(decided(ada, new TipId(1, 1))))))
          .isLessThan(Duration.ofMillis(200));

      goOn();

      await()
          .atMost(Duration.ofSeconds(5))
          .ignoreExceptionsInstanceOf(StoreException.class)
          .until(() -> log.append(List.of(decided(ada, new TipId(1, 1)))).get(0).seq() == 2);
      assertThat(log.read(0, 10)).hasSize(2);
    }
  }

  /** How long it took until {@code work} was known to be in vain. */
  private static Duration refused(ThrowingCallable work) {
    long start = System.nanoTime();
    assertThatThrownBy(work).isInstanceOf(StoreException.class);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private boolean isReading(StackTraceElement[] stack) {
    return Stream.of(stack).anyMatch(frame -> frame.getClassName().endsWith("GroupCommit"))
        && Stream.of(stack)
            .anyMatch(frame -> frame.getClassName().contains("VisibleBufferedInput"));
  }
}
