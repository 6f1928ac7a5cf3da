package net.alogins.oo.github;

import java.io.IOException;
import java.time.Clock;
import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.AfterEach;

class GithubContractTest extends ConnectorContract {

  private final FakeGithub fake = started();

  private static FakeGithub started() {
    try {
      return FakeGithub.start(Clock.systemUTC());
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
    return new GithubSystem(fake);
  }
}
