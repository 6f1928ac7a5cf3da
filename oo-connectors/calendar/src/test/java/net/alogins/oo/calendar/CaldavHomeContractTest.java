package net.alogins.oo.calendar;

import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.AfterEach;

/** The contract, asked of a real Radicale of which nothing is told but its address. */
class CaldavHomeContractTest extends ConnectorContract {

  private RadicaleSystem there;

  @Override
  protected OtherSystem system() throws Exception {
    there = RadicaleSystem.found();
    return there;
  }

  @AfterEach
  void close() {
    if (there != null) {
      there.close();
    }
  }
}
