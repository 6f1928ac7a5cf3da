package net.alogins.oo.nats;

import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;

/** The contract, asked of a list that pushes its tasks and is asked nothing. */
class NatsContractTest extends ConnectorContract {

  @Override
  protected OtherSystem system() {
    return new PushingSystem();
  }
}
