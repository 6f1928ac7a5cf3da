package net.alogins.oo.remote;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of {@code src/test} that uses packages from npm, which are installed for it in {@code
 * target}. It is told a line and answers with a line.
 */
public final class NpmProgram implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader answers;

  private NpmProgram(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts {@code program} in the folder {@code name}; the test is skipped if that cannot be. */
  public static NpmProgram start(String name, String program, String... words)
      throws IOException, InterruptedException {
    Path source = Path.of("src", "test", name);
    Path installed = Files.createDirectories(Path.of("target", name));
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", program)) {
      Files.copy(
          source.resolve(file), installed.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(installed.resolve("node_modules/.package-lock.json"))) {
      install(name, installed);
    }
    List<String> command = new ArrayList<>(List.of("node", program));
    command.addAll(List.of(words));
    return new NpmProgram(
        new ProcessBuilder(command)
            .directory(installed.toFile())
            .redirectError(installed.resolve("program.log").toFile())
            .start());
  }

  private static void install(String name, Path installed)
      throws IOException, InterruptedException {
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit")
              .directory(installed.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(installed.resolve("npm.log").toFile()))
              .start();
      if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        abort(skipped(name, "npm ci failed, see its npm.log in target"));
      }
    } catch (IOException absent) {
      abort(skipped(name, String.valueOf(absent.getMessage())));
    }
  }

  private static String skipped(String name, String reason) {
    String line = "no " + name + ": " + reason;
    System.out.println(line);
    return line;
  }

  /** What it answers. */
  public String ask(String line) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IllegalStateException("program has ended, see its program.log in target");
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
