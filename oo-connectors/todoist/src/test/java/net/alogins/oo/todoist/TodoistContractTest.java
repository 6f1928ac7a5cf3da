package net.alogins.oo.todoist;

import java.io.IOException;
import java.time.Clock;
import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.AfterEach;

class TodoistContractTest extends ConnectorContract {

  private final FakeTodoist fake = started();

  private static FakeTodoist started() {
    try {
      return FakeTodoist.start(Desk.CALLBACK, Clock.systemUTC());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Override
  protected OtherSystem system() {
    return new TodoistSystem(fake);
  }
}
