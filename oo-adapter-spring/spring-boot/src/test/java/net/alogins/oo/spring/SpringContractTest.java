package net.alogins.oo.spring;

import java.net.URI;
import java.net.http.HttpRequest;
import net.alogins.oo.http.testkit.HttpContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringContractTest extends HttpContract {

  private SpringHost host;

  @BeforeAll
  void start() {
    host = SpringHost.byHeader();
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Override
  protected URI base() {
    return host.base();
  }

  @Override
  protected void sign(HttpRequest.Builder request, String user) {
    request.header(SpringHost.USER, user);
  }
}
