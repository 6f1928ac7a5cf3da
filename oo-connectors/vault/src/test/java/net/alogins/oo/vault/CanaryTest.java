package net.alogins.oo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is looked for wherever it must not be. */
class CanaryTest {

  @TempDir private Path directory;

  private final Canary canary = new Canary();
  private final InMemorySecretStore store = new InMemorySecretStore();
  private final KeyPlace keys = KeyPlace.memory();
  private final SealedVault vault = SealedVault.openOrBegin(keys, store, Slots.HOME);

  private void put() {
    byte[] secret = canary.secret();
    vault.put(Slots.ADAS, secret);
    Arrays.fill(secret, (byte) 0);
  }

  /** Whether it is in the memory that is in use. */
  private boolean isInHeap() throws IOException {
    Path dump = directory.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    try {
      return canary.isIn(dump);
    } finally {
      Files.delete(dump);
    }
  }

  private boolean isInHeapUnchecked() {
    try {
      return isInHeap();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void a_secret_is_in_memory_during_its_use_and_at_no_other_time() throws Exception {
    assertThat(isInHeap()).isFalse();
    put();
    assertThat(isInHeap()).isFalse();

    assertThat(vault.use(Slots.ADAS, secret -> isInHeapUnchecked())).contains(true);

    assertThat(isInHeap()).isFalse();
    vault.rotate();
    vault.forgetOldKeys();
    assertThat(isInHeap()).isFalse();
    vault.remove(Slots.ADAS.connection());
    assertThat(isInHeap()).isFalse();
  }

  @Test
  void a_secret_is_in_no_words_of_the_vault() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    Handler listener = listening(said);
    Logger root = Logger.getLogger("");
    Level level = root.getLevel();
    root.setLevel(Level.ALL);
    root.addHandler(listener);
    try {
      put();
      vault.use(Slots.ADAS, secret -> said.add(Slots.ADAS + " " + keys));
      vault.rotate();
      said.add(store.after(Optional.empty(), 1).toString());
      said.add(trace(catchThrowable(() -> vault.use(Slots.ADAS, CanaryTest::refused))));
      said.add(
          trace(
              catchThrowable(
                  () ->
                      SealedVault.open(keys, store, new TenantId("other"))
                          .use(Slots.ADAS, secret -> true))));
      said.add(trace(catchThrowable(() -> vault.put(Slots.ADAS, new byte[0]))));
    } finally {
      root.removeHandler(listener);
      root.setLevel(level);
    }

    assertThat(said).hasSizeGreaterThanOrEqualTo(5);
    assertThat(said).noneMatch(canary::isIn);
  }

  private static boolean refused(byte[] secret) throws ConnectorException {
    throw ConnectorException.revoked("not let in");
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static Handler listening(List<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        said.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
