package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;

/** What a Prometheus reads that comes by. */
interface MetricsCases extends People {

  @Test
  default void somebody_elses_parser_reads_the_metrics() throws IOException, InterruptedException {
    Client ada = somebody();
    Client prometheus = viewer();
    Map<String, Double> before = Prometheus.samples(prometheus.get("/metrics").body());
    ada.post("/v1/feedback", People.reaction(ada.post("/v1/tips", "{}").tip(), "done", "1"));

    Map<String, Double> after = Prometheus.samples(prometheus.get("/metrics").body());

    assertGrown(before, after, "counter oo_decisions_decided_total");
    assertGrown(before, after, "counter oo_reactions_received_total receipt=recorded");
    assertGrown(before, after, "counter oo_http_requests_total operation=askForTip status=2xx");
    assertGrown(before, after, "histogram oo_tip_seconds_count");
    assertGrown(before, after, "histogram oo_tip_seconds_bucket le=+Inf");
    assertThat(after)
        .containsEntry("gauge oo_degraded", 0.0)
        .containsKey("gauge oo_follower_lag_rows follower=tip-scores")
        .containsEntry("gauge oo_dead_letters", 0.0);
    assertThat(after.get("gauge oo_people_in_memory")).isPositive();
  }

  /** Others may ask meanwhile. */
  private static void assertGrown(
      Map<String, Double> before, Map<String, Double> after, String name) {
    assertThat(after.get(name)).as(name).isGreaterThan(before.getOrDefault(name, -1.0));
  }

  @Test
  default void nobody_and_no_title_is_in_the_metrics() {
    String name = "user-" + UUID.randomUUID();
    Answer asked = called(name).post("/v1/tips", "{}");

    Answer metrics = viewer().get("/metrics");

    assertThat(metrics.header("Content-Type"))
        .isEqualToIgnoringWhitespace("text/plain; version=0.0.4; charset=utf-8");
    assertThat(metrics.header("Cache-Control")).isEqualTo("no-store");
    assertThat(metrics.body())
        .contains("# TYPE oo_decisions gauge")
        .doesNotContain(name, asked.tip(), asked.json().at("/tip/title").asText());
  }
}
