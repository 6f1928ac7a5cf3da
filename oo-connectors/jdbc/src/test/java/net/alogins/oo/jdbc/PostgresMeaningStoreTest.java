package net.alogins.oo.jdbc;

import net.alogins.oo.meaning.MeaningStore;
import net.alogins.oo.meaning.MeaningStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMeaningStoreTest extends MeaningStoreContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected MeaningStore store() {
    return JdbcMeaningStore.in(opened.kept());
  }
}
