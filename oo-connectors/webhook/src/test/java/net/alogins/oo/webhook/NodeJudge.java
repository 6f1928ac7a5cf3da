package net.alogins.oo.webhook;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody else's reading of Standard Webhooks, npm's standardwebhooks; for others' tests, too. */
public final class NodeJudge implements AutoCloseable {

  private static final Path MODULE =
      Path.of("..", "..", "oo-connectors", "webhook").toAbsolutePath().normalize();
  private static final Path SOURCE = MODULE.resolve("src/test/standardwebhooks");
  private static final Path INSTALLED = MODULE.resolve("target/standardwebhooks");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", "judge.mjs");
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private NodeJudge(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  /** Starts one; the test is skipped if there is none. */
  public static NodeJudge start() throws IOException, InterruptedException {
    install();
    NodeJudge judge =
        new NodeJudge(
            command("node", "judge.mjs")
                .redirectError(INSTALLED.resolve("judge.log").toFile())
                .start());
    return judge.answers.readLine() == null ? abort(skipped("node ended")) : judge;
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : FILES) {
      Files.copy(
          SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))) {
      fetch();
    }
  }

  private static void fetch() throws InterruptedException {
    try {
      Process npm =
          command("npm", "ci", "--ignore-scripts")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(INSTALLED.resolve("npm.log").toFile()))
              .start();
      if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        abort(skipped("npm ci failed, see target/standardwebhooks/npm.log"));
      }
    } catch (IOException absent) {
      abort(skipped(String.valueOf(absent.getMessage())));
    }
  }

  private static ProcessBuilder command(String... words) {
    return new ProcessBuilder(words).directory(INSTALLED.toFile());
  }

  private static String skipped(String reason) {
    String line = "no standardwebhooks: " + reason;
    System.out.println(line);
    return line;
  }

  /** What it says to a question of these words. */
  public String ask(String... words) throws IOException {
    questions.write(String.join("\t", words) + "\n");
    questions.flush();
    return String.valueOf(answers.readLine());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
