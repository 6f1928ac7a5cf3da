package net.alogins.oo.webhook;

import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.AfterEach;

/** The contract, asked of a list that pushes its tasks and is told by webhooks. */
class WebhookContractTest extends ConnectorContract {

  private HookedSystem there;

  @Override
  protected OtherSystem system() throws Exception {
    there = new HookedSystem();
    return there;
  }

  @AfterEach
  void close() {
    if (there != null) {
      there.close();
    }
  }
}
