package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.testkit.TipScoresContract;
import net.alogins.oo.tip.TipScores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTipScoresTest extends TipScoresContract {

  @TempDir private Path directory;
  private Opened opened;

  @BeforeEach
  void open() {
    opened = new Opened(directory);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected TipScores scores() {
    return opened.stores().scores();
  }

  @Override
  protected TipScores reopened(TipScores scores) {
    return opened.again().scores();
  }
}
