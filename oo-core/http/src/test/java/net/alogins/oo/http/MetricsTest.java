package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

  /** A line of the format, version 0.0.4, as strictly as it can be read. */
  private static final Pattern LINE =
      Pattern.compile(
          "# HELP oo_[a-z_]+ [^\\\\]+\\.|# TYPE oo_[a-z_]+ (gauge|counter|histogram)"
              + "|oo_[a-z_]+(\\{[a-z]+=\"[^\"\\\\]+\"(,[a-z]+=\"[^\"\\\\]+\")*})?"
              + " -?\\d+(\\.\\d+)?(E-?\\d+)?");

  private final Recommender recommender =
      House.builder(ManualClock.at(House.START)).shadow(Policies.named("uniform")).build();
  private final List<Operation> operations = Operations.of(recommender);

  @AfterEach
  void close() {
    recommender.close();
  }

  private String scraped() {
    return scraped(operations);
  }

  private static String scraped(List<Operation> operations) {
    Caller vera = new Caller(Optional.of(new UserId("vera")), Role.VIEWER, Optional.empty());
    Request request = new Request(vera, "/metrics", "", House.JSON, InputStream.nullInputStream());
    Response response = House.named(operations, "metrics").answer(request);
    assertThat(response.status()).isEqualTo(200);
    return House.text(response);
  }

  @Test
  void every_line_is_of_the_format() {
    recommender.tip(House.ADA);

    assertThat(scraped()).endsWith("\n");
    assertThat(scraped().lines()).allMatch(LINE.asMatchPredicate()).doesNotHaveDuplicates();
  }

  @Test
  void numbers_of_the_host_come_after_ours() {
    Family eggs = new Family("oo_eggs", "gauge", "Eggs.", "colour", () -> Map.of("red", 2L));

    String text = scraped(Operations.on(recommender).family(eggs).list());

    assertThat(text).endsWith("# TYPE oo_eggs gauge\noo_eggs{colour=\"red\"} 2\n");
  }

  @Test
  void a_family_has_a_name_that_prometheus_reads() {
    assertThatThrownBy(() -> new Family("oo eggs", "gauge", "Eggs.", "colour", Map::of))
        .hasMessageContaining("a-z, 0-9 and _");
    assertThatThrownBy(() -> new Family("oo_eggs", "egg", "Eggs.", "colour", Map::of))
        .hasMessageContaining("gauge or a counter");
  }

  @Test
  void every_counter_is_in_one_family_and_the_parts_sum_up() {
    recommender.react(
        House.ADA, Reaction.done(recommender.tip(House.ADA).tip().orElseThrow().id()));
    recommender.tip(House.ADA);

    Map<String, Long> counters = recommender.health().counters();
    List<String> facts =
        scraped().lines().filter(line -> line.matches("oo_(decisions|reactions).*")).toList();

    assertThat(facts).hasSize(counters.size() - 1);
    assertThat(facts)
        .contains(
            "oo_decisions_decided_total 2",
            "oo_decisions{state=\"learned\"} 1",
            "oo_decisions{state=\"open\"} 1",
            "oo_reactions_received_total{receipt=\"recorded\"} 1",
            "oo_reactions{state=\"learned\"} 1");
  }

  @Test
  void followers_people_and_requests_are_counted() {
    House.answer(operations, "askForTip", "{}");
    House.answer(operations, "askForTip", "{");

    assertThat(scraped())
        .contains(
            "oo_people_in_memory 1\n",
            "oo_follower_lag_rows{follower=\"shadow/uniform\"} ",
            "oo_follower_stuck{follower=\"tip-scores\"} 0\n",
            "oo_http_requests_total{operation=\"askForTip\",status=\"2xx\"} 1\n",
            "oo_http_requests_total{operation=\"askForTip\",status=\"4xx\"} 1\n",
            "oo_http_requests_total{operation=\"rebuild\",status=\"5xx\"} 0\n",
            "oo_tip_seconds_count 1\n");
  }

  @Test
  void a_tip_is_in_every_bucket_that_it_was_quick_enough_for() {
    Deque<Long> ticks =
        new ArrayDeque<>(List.of(0L, Duration.ofMillis(5).toNanos(), 0L, 60_000_000_000L));
    Traffic traffic = new Traffic(ticks::remove);
    Function<Request, Response> asked =
        traffic.counted(Traffic.TIMED, request -> Response.ok(Map.of()));
    for (int i = 0; i < 2; i++) {
      Request question = House.request(InputStream.nullInputStream());
      assertThat(asked.apply(question).status()).isEqualTo(200);
    }

    String text = new Exposition().family("t", "histogram", "T.").are(traffic.tips()).text();

    assertThat(text)
        .contains(
            "t_bucket{le=\"0.0025\"} 0\n",
            "t_bucket{le=\"0.005\"} 1\n",
            "t_bucket{le=\"10.0\"} 1\n",
            "t_bucket{le=\"+Inf\"} 2\n",
            "t_sum 60.005\n",
            "t_count 2\n");
  }

  @Test
  void a_name_cannot_break_out_of_its_label() {
    assertThat(new Exposition().family("f", "gauge", "F.").is("l", "a\"} 1\nb\\", 2).text())
        .endsWith("f{l=\"a\\\"} 1\\nb\\\\\"} 2\n");
  }
}
