package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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

    assertThat(store().find(List.of(FINGERPRINT), Instant.EPOCH)).isEmpty();
    assertThat(store().model("embedder")).isEmpty();
    close();
    reopen(new TenantId("home"));
    assertThat(store().find(List.of(FINGERPRINT), Instant.EPOCH).get(FINGERPRINT))
        .containsExactly(1, -2);
    assertThat(store().model("embedder")).contains("m/8");
  }

  @Test
  void a_bounded_number_of_rows_goes_at_once() {
    Map<String, float[]> many = new HashMap<>();
    for (int i = 0; i < JdbcMeaningStore.MOST_DELETED + 5; i++) {
      many.put("%032x".formatted(i), new float[] {1});
    }
    Instant late = Instant.EPOCH.plusSeconds(1);
    store().put("embedder", "m/8", many, Instant.EPOCH, Instant.EPOCH);

    store().put("embedder", "m/8", Map.of(), late, late);
    assertThat(store().find(many.keySet(), Instant.EPOCH)).hasSize(5);
    assertThat(store().find(many.keySet(), late)).isEmpty();
    store().put("embedder", "m/8", Map.of(), late, late);

    assertThat(store().find(many.keySet(), Instant.EPOCH)).isEmpty();
  }
}
