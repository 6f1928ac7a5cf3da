package net.alogins.oo.calendar;

import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.AfterEach;

/** The contract, asked of a real Radicale. */
class CaldavContractTest extends ConnectorContract {

  private RadicaleSystem there;

  @Override
  protected OtherSystem system() throws Exception {
    there = new RadicaleSystem();
    return there;
  }

  @AfterEach
  void close() {
    if (there != null) {
      there.close();
    }
  }
}
