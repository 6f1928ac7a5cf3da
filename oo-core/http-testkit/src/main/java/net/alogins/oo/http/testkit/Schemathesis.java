package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody else's reader of the contract, <a href="https://schemathesis.io">schemathesis</a>, who
 * makes up requests and looks whether the answers are what it says.
 *
 * <p>Two of its checks are left out. A rule about the future, or about a page that must have been
 * given before, is in no schema, so a request that fits the schema may be refused; and what a host
 * does with methods that the contract does not have is its own affair. The document itself should
 * not be among the paths: it is a text there, and this reader takes it apart.
 */
final class Schemathesis {

  private static final String COMMAND = "OO_SCHEMATHESIS";
  private static final String LEFT_OUT = "positive_data_acceptance,unsupported_method";
  private static final int MOST_EXAMPLES = Integer.getInteger("oo.examples", 25);
  private static final Pattern COUNT = Pattern.compile("(\\d+) generated");

  /** What it said in the end, and whether it found nothing. */
  private record Verdict(boolean isClean, int requests, String said) {}

  private final String command;

  private Schemathesis(String command) {
    this.command = command;
  }

  /**
   * Fails if it finds something at {@code base}, at paths that this regular expression finds, with
   * requests that {@code sign} makes somebody's; the test is skipped where the environment does not
   * name one.
   */
  static void findsNothingAt(URI base, String paths, Consumer<HttpRequest.Builder> sign)
      throws IOException, InterruptedException {
    String command = System.getenv(COMMAND);
    assumeTrue(command != null, "no schemathesis: " + COMMAND + " must name it");

    Verdict verdict = new Schemathesis(String.valueOf(command)).against(base, paths, sign);

    System.out.printf("schemathesis: %d requests to %s%n", verdict.requests(), base);
    assertThat(verdict.isClean()).as(verdict.said()).isTrue();
    assertThat(verdict.requests()).isGreaterThan(50);
  }

  /** Asks {@code base} whatever it can think of, at these paths. */
  private Verdict against(URI base, String paths, Consumer<HttpRequest.Builder> sign)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                command,
                "run",
                base.resolve("/openapi.yaml").toString(),
                "--url",
                base.toString(),
                "--include-path-regex",
                paths,
                "--exclude-checks",
                LEFT_OUT,
                "--max-examples",
                Integer.toString(MOST_EXAMPLES),
                "--seed",
                "1",
                "--no-color"));
    headers(base, sign).forEach(header -> words.addAll(List.of("--header", header)));
    ProcessBuilder asking =
        new ProcessBuilder(words)
            .directory(Files.createTempDirectory("schemathesis").toFile())
            .redirectErrorStream(true);
    asking.environment().put("PYTHONUTF8", "1");
    Process process = asking.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean isClean = process.waitFor() == 0;
    Matcher count = COUNT.matcher(said);
    return new Verdict(isClean, count.find() ? Integer.parseInt(count.group(1)) : 0, said);
  }

  private static List<String> headers(URI base, Consumer<HttpRequest.Builder> sign) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base);
    sign.accept(request);
    List<String> headers = new ArrayList<>();
    request
        .build()
        .headers()
        .map()
        .forEach((name, values) -> headers.add(name + ": " + values.get(0)));
    return headers;
  }
}
