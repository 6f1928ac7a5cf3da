package net.alogins.oo.identity;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody else's identity provider, npm's oidc-provider, at which everybody is ada. */
final class NodeProvider implements AutoCloseable {

  private static final Path SOURCE = Path.of("src", "test", "oidc-provider");
  private static final Path INSTALLED = Path.of("target", "oidc-provider");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", "provider.mjs");
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final String issuer;

  private NodeProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * Starts one that sends people back to {@code callback}; the test is skipped if there is none.
   */
  static NodeProvider start(URI callback) throws IOException, InterruptedException {
    install();
    Process process =
        command("node", "provider.mjs", Idp.CLIENT, Idp.SECRET, callback.toString())
            .redirectError(INSTALLED.resolve("provider.log").toFile())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String issuer = out.readLine();
    return issuer == null ? abort(skipped("node ended")) : new NodeProvider(process, issuer);
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
        abort(skipped("npm ci failed, see target/oidc-provider/npm.log"));
      }
    } catch (IOException absent) {
      abort(skipped(String.valueOf(absent.getMessage())));
    }
  }

  private static ProcessBuilder command(String... words) {
    return new ProcessBuilder(words).directory(INSTALLED.toFile());
  }

  private static String skipped(String reason) {
    String line = "no oidc-provider: " + reason;
    System.out.println(line);
    return line;
  }

  String issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
