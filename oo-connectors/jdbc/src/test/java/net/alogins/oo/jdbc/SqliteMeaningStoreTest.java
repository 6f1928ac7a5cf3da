package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.meaning.MeaningStore;
import net.alogins.oo.meaning.MeaningStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMeaningStoreTest extends MeaningStoreContract {

  private static final String FINGERPRINT = "0123456789abcdef0123456789abcdef";

  @TempDir private Path directory;
  private SqliteStores kept;

  @BeforeEach
  void open() {
    reopen(new TenantId("home"));
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private void reopen(TenantId tenant) {
    kept = SqliteStores.open(directory.resolve("oo.db"), tenant);
  }

  @Override
  protected MeaningStore store() {
    return JdbcMeaningStore.in(kept);
  }

  @Test
  void it_outlives_the_process_and_is_of_one_tenant() {
    store()
        .put(
            "embedder",
            "m/8",
            Map.of(FINGERPRINT, new float[] {1, -2}),
            Instant.EPOCH,
            Instant.EPOCH);
    close();
    reopen(new TenantId("other"));

    assertThat(store().find(List.of(FINGERPRINT))).isEmpty();
    assertThat(store().model("embedder")).isEmpty();
    close();
    reopen(new TenantId("home"));
    assertThat(store().find(List.of(FINGERPRINT)).get(FINGERPRINT)).containsExactly(1, -2);
    assertThat(store().model("embedder")).contains("m/8");
  }
}
