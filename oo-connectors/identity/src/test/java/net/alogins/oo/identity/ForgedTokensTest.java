package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.policies.Policies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A real host that lets in whoever has a good token: nobody else comes in, and nothing breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensTest {

  private static final CandidateSource TASKS =
      CandidateSource.immediate(context -> List.of(Candidate.of("house", "1", "Water the plants")));

  private final Issuer issuer = new Issuer();
  private final BearerTokens tokens =
      new BearerTokens(
          Issuer.NAME, Issuer.AUDIENCE, issuer.keys(), Clock.fixed(Issuer.NOW, ZoneOffset.UTC));
  private final HttpClient http = HttpClient.newHttpClient();
  private Recommender recommender;
  private Javalin server;

  @BeforeAll
  void start() {
    recommender = Recommender.from(TASKS).choosingWith(Policies.standard()).build();
    server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.registerPlugin(
                  new OoPlugin(
                      recommender,
                      request ->
                          tokens.user(
                              Objects.requireNonNullElse(request.header("Authorization"), ""))));
            });
    server.start("127.0.0.1", 0);
  }

  @AfterAll
  void stop() {
    server.stop();
    recommender.close();
  }

  private HttpResponse<String> ask(String token) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/tips"))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  private String good() {
    return issuer.signed(Issuer.header("RS256", "rsa"), Issuer.claims());
  }

  @Test
  void no_forged_token_lets_anybody_in() throws Exception {
    Map<String, String> forged = Forged.against(issuer);

    for (Map.Entry<String, String> token : forged.entrySet()) {
      assertThat(tokens.user("Bearer " + token.getValue())).as(token.getKey()).isEmpty();
      HttpResponse<String> answer = ask(token.getValue());
      assertThat(answer.statusCode())
          .as("%s: %s %s", token.getKey(), answer.headers().map(), answer.body())
          .isEqualTo(token.getValue().length() > BearerTokens.LONGEST ? 431 : 401);
    }

    System.out.printf("forged tokens: %d, all refused%n", forged.size());
    assertThat(forged).hasSizeGreaterThanOrEqualTo(60);
    assertThat(ask(good()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_megabyte_is_not_even_read() {
    assertThat(tokens.user("Bearer " + good() + "A".repeat(1 << 20))).isEmpty();
  }
}
