package net.alogins.oo.llm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A real LiteLLM whose models answer what its settings say, so that there need be none. {@code
 * OO_LITELLM} names the program; {@code ./oo prove} installs one.
 */
final class LiteLlm implements AutoCloseable {

  /** What lets us in there. */
  static final String KEY = "sk-oo-test";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String SETTINGS =
      """
      model_list:
        - model_name: tip-generator
          litellm_params:
            model: openai/gpt-4o-mini
            api_key: none
            mock_response: '{"suggestions":[{"title":"Fill the can","minutes":1}]}'
        - model_name: judge
          litellm_params:
            model: openai/gpt-4o-mini
            api_key: none
            mock_response: '{"score":0.25}'
        - model_name: throttled
          litellm_params:
            model: openai/gpt-4o-mini
            api_key: none
            mock_response: litellm.RateLimitError
      general_settings:
        master_key: %s
      """;

  private final Process process;
  private final URI base;

  private LiteLlm(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /** Starts it in {@code folder}; the test is skipped where there is none. */
  static LiteLlm in(Path folder) throws IOException {
    Optional<String> program = Optional.ofNullable(System.getenv("OO_LITELLM"));
    if (program.isEmpty()) {
      String line = "no LiteLLM: OO_LITELLM must name it; ./oo prove installs one";
      System.out.println(line);
      abort(line);
    }
    Path settings = Files.writeString(folder.resolve("config.yaml"), SETTINGS.formatted(KEY));
    int port = free();
    ProcessBuilder command =
        new ProcessBuilder(
                program.orElseThrow(),
                "--config",
                settings.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--telemetry",
                "False")
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(folder.resolve("litellm.log").toFile()));
    command.environment().put("LITELLM_LOCAL_MODEL_COST_MAP", "True");
    LiteLlm started = new LiteLlm(command.start(), URI.create("http://127.0.0.1:" + port + "/v1/"));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> started.readiness() == 200);
    return started;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** How it answers whether it is ready, for which it calls no model. */
  int readiness() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(base.resolve("/health/readiness")).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  URI base() {
    return base;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
