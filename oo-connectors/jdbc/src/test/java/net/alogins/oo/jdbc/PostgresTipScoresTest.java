package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.testkit.TipScoresContract;
import net.alogins.oo.tip.TipScores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresTipScoresTest extends TipScoresContract {

  private PostgresOpened opened;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
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
