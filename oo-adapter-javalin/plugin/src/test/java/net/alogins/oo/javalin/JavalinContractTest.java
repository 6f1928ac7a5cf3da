package net.alogins.oo.javalin;

import java.net.URI;
import java.net.http.HttpRequest;
import net.alogins.oo.http.testkit.HttpContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavalinContractTest extends HttpContract {

  private JavalinHost host;

  @BeforeAll
  void start() {
    host = new JavalinHost(config -> {});
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
    request.header(JavalinHost.USER, user);
  }
}
