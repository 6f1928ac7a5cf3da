package net.alogins.oo.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.testkit.ForwardingEventLog;
import org.junit.jupiter.api.Test;

/** An export whose store fails when most of it was sent. */
class BrokenExportTest {

  private static final UserId ADA = new UserId("ada");
  private static final int ROWS = 2_000;

  @Test
  void a_part_of_it_is_no_json() throws Exception {
    Stores stores =
        new Stores(
            new FailingLate(),
            new InMemoryProfileStore(),
            new InMemoryTipScores(),
            new InMemoryStateStore());
    try (Recommender recommender =
        Recommender.from(CandidateSource.immediate(context -> List.of()))
            .choosingWith(Policies.standard())
            .stores(stores)
            .build()) {
      for (int i = 0; i < ROWS; i++) {
        recommender.profiles().consent(ADA, Consents.standard());
      }
      OoPlugin plugin = new OoPlugin(recommender, context -> Optional.of(ADA));
      Javalin server = Javalin.create(config -> config.registerPlugin(plugin));
      server.start("127.0.0.1", 0);
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/v1/export");

      assertThat(received(address)).contains("\"fact\":\"consented\"").doesNotEndWith("]}");
      server.stop();
    }
  }

  /** What there is of it: the connection may end with the document, or go on. */
  private static String received(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    InputStream body =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (body) {
      body.transferTo(all);
    } catch (IOException brokenOff) {
      return all.toString(StandardCharsets.UTF_8);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** A log that cannot read its last rows. */
  private static final class FailingLate extends ForwardingEventLog {

    private final EventLog log = new InMemoryEventLog();

    @Override
    protected EventLog log() {
      return log;
    }

    @Override
    public List<Recorded> read(UserId user, long after, int limit) {
      if (after > ROWS - 100) {
        throw new IllegalStateException("the disk is gone");
      }
      return super.read(user, after, limit);
    }
  }
}
