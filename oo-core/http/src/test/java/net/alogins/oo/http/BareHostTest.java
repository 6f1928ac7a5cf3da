package net.alogins.oo.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.testkit.HttpContract;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareHostTest extends HttpContract {

  private final Recommender recommender = House.builder().build();
  private final Connections connections = ScriptedSystem.connections();
  private BareHost host;

  @BeforeAll
  void start() throws IOException {
    host = new BareHost(Operations.on(recommender).connections(connections).list());
  }

  @AfterAll
  void stop() {
    host.close();
    connections.close();
    recommender.close();
  }

  @Override
  protected URI base() {
    return host.base();
  }

  @Override
  protected void sign(HttpRequest.Builder request, String user) {
    request.header(BareHost.USER, user);
  }
}
