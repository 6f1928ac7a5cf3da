package net.alogins.oo.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class TipsApplicationTest {

  @Test
  void it_has_a_recommender_and_asks_for_a_login() throws Exception {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(
            TipsApplication.class, "--server.port=0", "--server.address=127.0.0.1")) {
      Recommender recommender = context.getBean(Recommender.class);
      String port = context.getEnvironment().getProperty("local.server.port");
      HttpRequest asked =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/tips"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{}"))
              .build();

      assertThat(recommender.tip(new UserId("ada")).tip().orElseThrow().title())
          .isEqualTo("Water the plants");
      assertThat(HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void the_readme_has_this_file_without_its_imports_in_under_15_lines() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/net/alogins/oo/example/TipsApplication.java"));
    String snippet = source.substring(source.indexOf("@SpringBootApplication"));

    assertThat(Files.readString(Path.of("../../README.md"))).contains("```java\n" + snippet);
    assertThat(snippet.lines()).hasSizeLessThan(15);
  }
}
