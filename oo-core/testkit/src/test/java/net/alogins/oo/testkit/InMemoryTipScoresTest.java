package net.alogins.oo.testkit;

import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.tip.TipScores;

class InMemoryTipScoresTest extends TipScoresContract {

  @Override
  protected TipScores scores() {
    return new InMemoryTipScores();
  }
}
