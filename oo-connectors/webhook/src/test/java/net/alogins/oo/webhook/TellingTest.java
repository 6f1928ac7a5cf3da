package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Standing;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.webhook.Receiver.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Somebody's tips and answers are told to an address of theirs, out of the log of a recommender.
 */
@Timeout(60)
class TellingTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ConnectionId HERS = new ConnectionId("hers");

  private final String secret = WebhookSecret.fresh();
  private final ManualClock clock = ManualClock.at(NOON);
  private final ManualScheduler scheduler = new ManualScheduler();
  private final ConnectionStore store = new InMemoryConnectionStore();
  private final MemoryVault vault = new MemoryVault();
  private final Stores stores = Stores.inMemory();
  private Receiver receiver;
  private Egress egress;
  private Connections connections;
  private Recommender recommender;

  @BeforeEach
  void open() throws IOException {
    receiver = Receiver.start();
    egress = receiver.egress();
    connections = connections();
    CandidateSource one =
        context -> List.of(Candidate.of("chores", "1", "Water the \"plants\"").minutes(5));
    recommender =
        Recommender.from(one)
            .choosingWith(Policies.firstCandidate())
            .stores(stores)
            .clock(clock)
            .build();
  }

  private Connections connections() {
    Connections opened =
        Connections.to(new WebhookConnector(egress).telling(stores.log()))
            .keptIn(store, vault)
            .clock(clock)
            .scheduler(scheduler)
            .executor(scheduler)
            .open();
    opened.follow(stores.log());
    return opened;
  }

  @AfterEach
  void close() {
    recommender.close();
    connections.close();
    egress.close();
    receiver.close();
  }

  private void connect() {
    Connection hers = new Connection(HERS, ADA, WebhookConnector.NAME, receiver.address(), false);
    connections.connect(hers, Secrets.of(secret));
    run();
  }

  /** Once for who is woken, once for what is due, once for the sync. */
  private void run() {
    IntStream.range(0, 4).forEach(i -> scheduler.run());
  }

  private TipId tip(UserId user) {
    return recommender.tip(user).tip().orElseThrow().id();
  }

  private Standing standing() {
    return store.find(HERS).orElseThrow();
  }

  @Test
  void a_tip_and_what_is_said_to_it_are_told_in_order_and_signed() {
    connect();
    TipId tip = tip(ADA);
    recommender.react(ADA, Reaction.snooze(tip, NOON.plusSeconds(3600)));
    recommender.react(ADA, Reaction.undo(tip, new ReactionId("snooze")));
    recommender.react(ADA, Reaction.done(tip));
    run();

    assertThat(receiver.types())
        .containsExactly("tip.served", "tip.snoozed", "tip.undone", "tip.done");
    assertThat(receiver.messages()).allMatch(message -> message.isBy(secret));
    assertThat(receiver.messages().get(0).body())
        .isEqualTo(
            "{\"type\":\"tip.served\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"data\":{\"tip\":\""
                + tip
                + "\",\"source\":\"chores\",\"key\":\"1\",\"title\":\"Water the \\\"plants\\\"\"}}");
    assertThat(receiver.messages().get(1).body())
        .contains("\"reaction\":\"snooze\",\"until\":\"2026-03-01T13:00:00Z\"");
  }

  @Test
  void whoever_asks_for_a_tip_waits_for_nobody_who_is_told() {
    connect();

    tip(ADA);

    assertThat(receiver.messages()).isEmpty();
    run();
    assertThat(receiver.types()).containsExactly("tip.served");
  }

  @Test
  void what_happens_to_others_or_happened_before_is_not_told() {
    TipId before = tip(ADA);
    recommender.react(ADA, Reaction.done(before));
    connect();
    tip(BOB);
    run();

    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void what_was_not_taken_is_told_again_with_the_same_id_and_before_all_else() {
    connect();
    receiver.next(500, 503);
    TipId tip = tip(ADA);
    recommender.react(ADA, Reaction.done(tip));
    run();
    run();

    assertThat(receiver.types()).startsWith("tip.served", "tip.served", "tip.served");
    assertThat(receiver.types().subList(2, receiver.types().size()))
        .containsExactly("tip.served", "tip.done");
    List<String> ids = receiver.messages().stream().map(Message::id).toList();
    assertThat(new HashSet<>(ids.subList(0, 3))).hasSize(1);
    assertThat(new HashSet<>(ids)).hasSize(2);
    assertThat(standing().state()).isEqualTo(Standing.State.ACTIVE);
  }

  @Test
  void what_was_taken_before_a_failure_is_not_told_again() {
    connect();
    receiver.next(204, 500);
    TipId tip = tip(ADA);
    recommender.react(ADA, Reaction.done(tip));
    run();
    run();

    assertThat(receiver.types().stream().filter("tip.served"::equals)).hasSize(1);
    assertThat(receiver.types()).endsWith("tip.done");
  }

  @Test
  void the_next_process_goes_on_where_the_last_one_ended() {
    connect();
    tip(ADA);
    run();
    connections.close();
    recommender.react(ADA, Reaction.done(tip(ADA)));
    assertThat(receiver.types()).containsExactly("tip.served");

    connections = connections();
    run();

    assertThat(receiver.types()).containsExactly("tip.served", "tip.done");
  }

  @Test
  void a_receiver_that_wants_no_more_is_left_alone() {
    connect();
    receiver.next(410);
    tip(ADA);
    run();
    recommender.react(ADA, Reaction.done(tip(ADA)));
    run();

    assertThat(receiver.messages()).hasSize(1);
    assertThat(standing().trouble()).contains(ConnectorException.Kind.REVOKED);
    assertThat(standing().state()).isEqualTo(Standing.State.RECONNECT);
  }

  @Test
  void nobody_is_told_what_is_a_week_old() {
    connect();
    connections.close();
    tip(ADA);
    clock.advance(Duration.ofDays(8));
    connections = connections();
    run();

    assertThat(receiver.messages()).isEmpty();
    assertThat(standing().state()).isEqualTo(Standing.State.ACTIVE);
  }

  @Test
  void many_are_told_one_after_another() {
    connect();
    TipId tip = tip(ADA);
    for (int i = 0; i < 25; i++) {
      ReactionId press = new ReactionId("press " + i);
      recommender.react(ADA, Reaction.done(tip).id(press));
      recommender.react(ADA, Reaction.undo(tip, press));
    }
    run();

    assertThat(receiver.types()).hasSize(51);
    assertThat(receiver.messages().stream().map(Message::id)).doesNotHaveDuplicates();
  }
}
