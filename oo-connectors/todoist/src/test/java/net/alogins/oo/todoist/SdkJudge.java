package net.alogins.oo.todoist;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Todoist's own SDK from npm, which says whether {@link FakeTodoist} answers as Todoist does. */
final class SdkJudge implements AutoCloseable {

  private static final Path SOURCE = Path.of("src", "test", "todoist-sdk");
  private static final Path INSTALLED = Path.of("target", "todoist-sdk");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", "judge.mjs");
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader verdicts;

  private SdkJudge(Process process) {
    this.process = process;
    this.verdicts =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one; the test is skipped if there is none. */
  static SdkJudge of(FakeTodoist fake) throws IOException, InterruptedException {
    install();
    return new SdkJudge(
        command(
                "node",
                "judge.mjs",
                fake.url().toString(),
                fake.personalToken(),
                FakeTodoist.CLIENT,
                FakeTodoist.SECRET)
            .redirectError(INSTALLED.resolve("judge.log").toFile())
            .start());
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : FILES) {
      Files.copy(
          SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))) {
      return;
    }
    try {
      Process npm =
          command("npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(INSTALLED.resolve("npm.log").toFile()))
              .start();
      if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        abort(skipped("npm ci failed, see target/todoist-sdk/npm.log"));
      }
    } catch (IOException absent) {
      abort(skipped(String.valueOf(absent.getMessage())));
    }
  }

  private static ProcessBuilder command(String... words) {
    return new ProcessBuilder(words).directory(INSTALLED.toFile());
  }

  private static String skipped(String reason) {
    String line = "no todoist-sdk: " + reason;
    System.out.println(line);
    return line;
  }

  /** What the SDK makes of everything that it asks: {@code passed} and {@code failed}. */
  JsonNode verdict(FakeWebhook webhook) throws IOException {
    OutputStream in = process.getOutputStream();
    Map<String, String> told =
        Map.of(
            "body", Base64.getEncoder().encodeToString(webhook.bytes()),
            "signature", webhook.signature());
    in.write((FakeWire.JSON.writeValueAsString(told) + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    String line = verdicts.readLine();
    return line == null ? abort(skipped("node ended")) : FakeWire.JSON.readTree(line);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
