package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.testkit.SampleContexts;
import net.alogins.oo.webhook.WebhookInbox.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anything pushes tasks, and what is taken is a tip's candidate at once. */
@Timeout(60)
class WebhookInboxTest {

  private static final UserId ADA = new UserId("ada");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String MILK = "{\"tasks\":[{\"id\":\"1\",\"title\":\"Buy milk\"}]}";
  private static final ConnectionId HERS = new ConnectionId("hers");

  private final String secret = WebhookSecret.fresh();
  private final ManualClock clock = ManualClock.at(NOON);
  private final ManualScheduler scheduler = new ManualScheduler();
  private final ConnectionStore store = new InMemoryConnectionStore();
  private final Egress egress = Egress.toAnybody();
  private Connections connections;
  private WebhookInbox inbox;

  @BeforeEach
  void open() {
    connections =
        Connections.to(new WebhookConnector(egress))
            .keptIn(store, new MemoryVault())
            .clock(clock)
            .scheduler(scheduler)
            .executor(scheduler)
            .open();
    inbox = new WebhookInbox(connections, clock);
    connections.connect(
        new Connection(HERS, ADA, WebhookConnector.NAME, "", false), Secrets.of(secret));
  }

  @AfterEach
  void close() {
    connections.close();
    egress.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> signed(String id, Instant at, String body) {
    return new WebhookSigner(List.of(WebhookSecret.of(secret))).headers(id, at, bytes(body));
  }

  private Answer take(Map<String, String> headers, String body) throws InterruptedException {
    return inbox.take(HERS, name -> headers.getOrDefault(name, ""), bytes(body));
  }

  private Answer push(String id, String body) throws InterruptedException {
    return take(signed(id, clock.instant(), body), body);
  }

  private List<Candidate> offered() throws Exception {
    return connections.source(WebhookConnector.NAME).candidates(SampleContexts.plain());
  }

  private List<String> titles() {
    return store.open(ADA).stream().map(Candidate::title).toList();
  }

  @Test
  void what_is_pushed_is_a_candidate_at_once_with_all_that_is_said_of_it() throws Exception {
    String body =
        """
        {"tasks": [{"id": "7", "title": "Water the plants", "kind": "home", "minutes": 5,
          "priority": 2, "due": "2026-03-02", "created": "2026-02-28",
          "link": "https://plants.example/7"}]}""";

    assertThat(push("m1", body)).isEqualTo(new Answer(204, ""));

    assertThat(offered())
        .containsExactly(
            Candidate.of("webhook", "7", "Water the plants")
                .kind("home")
                .minutes(5)
                .priority(2)
                .due(LocalDate.of(2026, 3, 2))
                .created(LocalDate.of(2026, 2, 28))
                .link(URI.create("https://plants.example/7")));
  }

  @Test
  void a_task_changes_and_goes_as_it_is_pushed() throws Exception {
    push("m1", MILK);
    push("m2", MILK.replace("Buy milk", "Buy oat milk"));
    assertThat(titles()).containsExactly("Buy oat milk");

    push("m3", "{\"tasks\":[{\"id\":\"1\",\"deleted\":true}]}");
    assertThat(offered()).isEmpty();
  }

  @Test
  void what_is_done_here_is_gone_here_until_that_is_taken_back_or_it_is_pushed_again()
      throws Exception {
    Completion done = new Completion(ADA, new CandidateId("webhook", "1"), new TipId(1, 2), NOON);
    push("m1", MILK);

    connections.effect().completed(done);
    assertThat(offered()).isEmpty();
    connections.effect().reopened(done);
    assertThat(offered()).hasSize(1);
    connections.effect().completed(done);
    push("m2", MILK);

    assertThat(offered()).hasSize(1);
  }

  @Test
  void the_first_sync_leaves_what_was_pushed_before_it() throws Exception {
    push("m1", MILK);

    scheduler.run();
    scheduler.run();

    assertThat(store.find(HERS).orElseThrow().synced()).isPresent();
    assertThat(titles()).containsExactly("Buy milk");
  }

  @Test
  void a_message_that_comes_again_is_taken_and_applied_once() throws Exception {
    Map<String, String> first = signed("m1", clock.instant(), MILK);
    take(first, MILK);
    push("m2", "{\"tasks\":[{\"id\":\"1\",\"deleted\":true}]}");
    clock.advance(Duration.ofMinutes(5));

    assertThat(take(first, MILK).status()).isEqualTo(204);
    assertThat(push("m1", MILK).status()).isEqualTo(204);

    assertThat(titles()).isEmpty();
  }

  @Test
  void another_message_of_the_same_id_is_refused() throws Exception {
    push("m1", MILK);

    Answer other = push("m1", MILK.replace("milk", "bread"));

    assertThat(other).isEqualTo(new Answer(409, "webhook-id must be new for another message"));
    assertThat(titles()).containsExactly("Buy milk");
  }

  @ParameterizedTest
  @CsvSource({"-301", "301", "-86400"})
  void what_was_sent_long_ago_or_will_be_is_refused(int seconds) throws Exception {
    Answer answer = take(signed("m1", NOON.plusSeconds(seconds), MILK), MILK);

    assertThat(answer)
        .isEqualTo(new Answer(401, "a webhook must be sent within five minutes of now"));
    assertThat(titles()).isEmpty();
  }

  @Test
  void every_bit_counts() throws Exception {
    Map<String, String> headers = signed("m1", NOON, MILK);
    byte[] body = bytes(MILK);
    for (int bit = 0; bit < body.length * 8; bit++) {
      byte[] flipped = body.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Answer answer = inbox.take(HERS, name -> headers.getOrDefault(name, ""), flipped);
      assertThat(answer.status()).as("bit %d", bit).isEqualTo(401);
    }
    assertThat(titles()).isEmpty();
  }

  @Test
  void a_stranger_and_a_connection_that_is_not_there_are_answered_alike() throws Exception {
    Map<String, String> forged =
        new WebhookSigner(List.of(WebhookSecret.of(WebhookSecret.fresh())))
            .headers("m1", NOON, bytes(MILK));
    Answer stranger = take(forged, MILK);
    Map<String, String> genuine = signed("m1", NOON, MILK);
    Answer nowhere =
        inbox.take(ConnectionId.random(), name -> genuine.getOrDefault(name, ""), bytes(MILK));

    assertThat(stranger).isEqualTo(nowhere);
    assertThat(stranger)
        .isEqualTo(new Answer(401, "a webhook must be signed with the secret of its connection"));
  }

  @ParameterizedTest
  @CsvSource({"webhook-id", "webhook-timestamp", "webhook-signature"})
  void a_message_without_its_headers_is_refused(String missing) throws Exception {
    Map<String, String> headers = new HashMap<>(signed("m1", NOON, MILK));
    headers.remove(missing);

    assertThat(take(headers, MILK).status()).isEqualTo(401);
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_read() throws Exception {
    String body = " ".repeat(WebhookInbox.LARGEST) + MILK;

    assertThat(push("m1", body)).isEqualTo(new Answer(413, "body must be at most 262144 bytes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "nonsense | body must be a JSON object",
        "[] | body must be a JSON object",
        "{} | body must have 'tasks', an array of 1 to 1000, and nothing else",
        "{'tasks':[]} | body must have 'tasks', an array of 1 to 1000, and nothing else",
        "{'tasks':[{'id':'1','title':'a'}],'x':1} | body must have 'tasks', an array",
        "{'tasks':[7]} | tasks[0].id must be a text of 1 to 256 characters",
        "{'tasks':[{'id':'1','title':'a'},{'title':'b'}]} | tasks[1].id must be a text",
        "{'tasks':[{'id':'','title':'a'}]} | tasks[0].id must be a text of 1 to 256 characters",
        "{'tasks':[{'id':'1'}]} | tasks[0].title must be a text that is not blank",
        "{'tasks':[{'id':'1','title':' '}]} | tasks[0].title must be a text that is not blank",
        "{'tasks':[{'id':'1','title':'a','due':'tomorrow'}]} | tasks[0].due must be a day, as in",
        "{'tasks':[{'id':'1','title':'a','due':'2026-02-30'}]} | tasks[0].due must be a day, as",
        "{'tasks':[{'id':'1','title':'a','duedate':'x'}]} | tasks[0] must have no members but id",
        "{'tasks':[{'id':'1','title':'a','minutes':0}]} | tasks[0].minutes must be a whole number",
        "{'tasks':[{'id':'1','title':'a','priority':5}]} | tasks[0].priority must be a whole",
        "{'tasks':[{'id':'1','deleted':'yes'}]} | tasks[0].deleted must be true or false",
        "{'tasks':[{'id':'1','title':'a','link':'javascript:x'}]} | tasks[0].link must be an addre",
      })
  void what_breaks_a_rule_is_refused_by_name_and_nothing_of_it_is_taken(String body, String rule)
      throws Exception {
    Answer answer = push("m1", body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.words()).startsWith(rule);
    assertThat(titles()).isEmpty();
    assertThat(push("m1", MILK).status()).as("it may be mended").isEqualTo(204);
  }

  @Test
  void as_many_tasks_as_may_be_in_a_message_are_taken() throws Exception {
    List<String> tasks = new ArrayList<>();
    IntStream.range(0, WebhookInbox.MOST_TASKS)
        .forEach(i -> tasks.add("{\"id\":\"%d\",\"title\":\"Task %d\"}".formatted(i, i)));

    String most = tasks.stream().collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    assertThat(push("m1", most).status()).isEqualTo(204);
    tasks.add("{\"id\":\"more\",\"title\":\"One more\"}");
    String more = tasks.stream().collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    assertThat(push("m2", more).status()).isEqualTo(400);
    assertThat(offered()).hasSize(WebhookInbox.MOST_TASKS);
  }

  @Test
  void noise_is_never_taken() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      Map<String, String> headers =
          new WebhookSigner(List.of(WebhookSecret.of(secret))).headers("n" + i, NOON, noise);
      Answer answer = inbox.take(HERS, name -> headers.getOrDefault(name, ""), noise);
      assertThat(answer).isEqualTo(new Answer(400, "body must be a JSON object"));
    }
  }
}
