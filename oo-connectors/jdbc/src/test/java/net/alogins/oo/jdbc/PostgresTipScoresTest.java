package net.alogins.oo.jdbc;

import net.alogins.oo.testkit.TipScoresContract;
import net.alogins.oo.tip.TipScores;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTipScoresTest extends TipScoresContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected TipScores scores() {
    return opened.stores().scores();
  }

  @Override
  protected TipScores reopened(TipScores scores) {
    return opened.again().scores();
  }
}
