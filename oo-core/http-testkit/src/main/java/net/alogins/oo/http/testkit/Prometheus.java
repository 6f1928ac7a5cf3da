package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody else's reader of metrics, the parser of <a
 * href="https://prometheus.github.io/client_python/parser/">prometheus_client</a>.
 */
final class Prometheus {

  private static final String COMMAND = "OO_PROMETHEUS";
  private static final String SCRIPT =
      """
      import sys
      from prometheus_client.parser import text_string_to_metric_families as families
      for family in families(sys.stdin.read()):
          assert family.documentation and family.type != 'unknown', family
          for sample in family.samples:
              labels = [' ' + name + '=' + value for name, value in sorted(sample.labels.items())]
              print(family.type + ' ' + sample.name + ''.join(labels), sample.value, sep='\\t')
      """;

  private Prometheus() {}

  /**
   * The value of each sample in {@code text}, by the type of its family, its name and its labels;
   * the test is skipped where the environment does not name a Python that has the parser.
   */
  static Map<String, Double> samples(String text) throws IOException, InterruptedException {
    String command = System.getenv(COMMAND);
    assumeTrue(command != null, "no prometheus_client: " + COMMAND + " must name its python");
    Process process =
        new ProcessBuilder(String.valueOf(command), "-c", SCRIPT).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    Map<String, Double> samples = new LinkedHashMap<>();
    for (String line : said.lines().toList()) {
      String[] parts = line.split("\t", -1);
      assertThat(samples.put(parts[0], Double.valueOf(parts[1])))
          .as("%s is there once", line)
          .isNull();
    }
    return samples;
  }
}
