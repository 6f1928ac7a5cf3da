package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.testkit.SampleEvents;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.tip.Tip;
import net.alogins.oo.wire.IncompatibleSchemaException;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.Schema;
import net.alogins.oo.wire.SchemaRegistry;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;
import net.alogins.oo.wire.v1.Incoming;
import net.alogins.oo.wire.v1.ReactionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real server, which is killed, wiped and away. */
@SuppressWarnings("try") // a connection's close may be interrupted
class NatsBridgeTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Pseudonyms NAMES = Pseudonyms.of(new TenantId("home"), new byte[32]);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final EventLog log = new InMemoryEventLog();
  private final SplittableRandom random = new SplittableRandom(7);
  private NatsServer server;

  @BeforeEach
  void prepare() throws Exception {
    server = NatsServer.in(folder.resolve("store"));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void every_row_is_in_its_stream_once_and_in_order() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(700);
      awaitCaughtUp(bridge);

      List<MessageInfo> messages = messages("oo_home");
      assertThat(rows(messages)).isEqualTo(upTo(700));
      Envelope first = Wire.parse(messages.get(0).getData());
      assertThat(messages.get(0).getSubject())
          .isEqualTo("oo.home." + NAMES.of(ADA) + "." + first.getType());
      assertThat(messages.get(0).getHeaders().getFirst("Nats-Msg-Id"))
          .isEqualTo(first.getEventId());
      assertThat(first.getDecided().getCard().getTitle()).isEmpty();
    }
  }

  @Test
  void a_bridge_opens_while_nats_is_away_and_catches_up_when_it_comes() throws Exception {
    try (NatsBridge bridge = relay()) {
      append(300);
      await().atMost(PATIENCE).until(bridge::isTroubled);
      assertThat(bridge.lag()).isEqualTo(300);

      server.start();

      awaitCaughtUp(bridge);
      assertThat(bridge.isTroubled()).isFalse();
      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(300));
    }
  }

  @Test
  void a_killed_server_costs_neither_a_row_nor_the_order() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(400);
      server.kill();
      append(400);
      server.start();
      append(100);

      awaitCaughtUp(bridge);
      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(900));
    }
  }

  @Test
  void a_server_that_lost_everything_is_told_again() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(300);
      awaitCaughtUp(bridge);
      server.kill();
      server.wipe();
      server.start();
      append(10);

      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(rows(messages("oo_home"))).isEqualTo(upTo(310)));
    }
  }

  @Test
  void what_was_sent_but_not_noted_is_found_in_the_stream() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(300);
      awaitCaughtUp(bridge);
    }
    log.advance("nats", 100);
    log.advance("nats/sequence", 100);

    try (NatsBridge bridge = relay()) {
      append(5);
      awaitCaughtUp(bridge);
      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(305));
    }
  }

  @Test
  void two_bridges_of_one_log_send_each_row_once() throws Exception {
    server.start();
    try (NatsBridge one = relay();
        NatsBridge other = relay()) {
      for (int i = 0; i < 20; i++) {
        append(25);
      }
      awaitCaughtUp(one);
      awaitCaughtUp(other);

      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(500));
    }
  }

  @Test
  void one_purge_forgets_a_person() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(40);
      awaitCaughtUp(bridge);

      assertThat(bridge.forget(ADA)).isEqualTo(20);

      assertThat(messages("oo_home"))
          .hasSize(20)
          .allMatch(message -> message.getSubject().contains(NAMES.of(BOB)));
      append(2);
      awaitCaughtUp(bridge);
      assertThat(messages("oo_home")).hasSize(22);
    }
  }

  @Test
  void a_reaction_that_is_told_twice_is_learned_once() throws Exception {
    server.start();
    try (Recommender recommender = recommender();
        NatsBridge bridge = inbox(Inbox.of(recommender))) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      Incoming done = said(tip.id());

      publish(done);
      publish(done);

      await().atMost(PATIENCE).until(() -> bridge.counters().get("taken") == 2);
      assertThat(recommender.status().counters())
          .containsEntry("reactions.recorded", 1L)
          .containsEntry("reactions.repeated", 1L);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages("oo_home_in")).isEmpty());
      assertThat(bridge.counters()).containsEntry("deadLettered", 0L);
    }
  }

  @Test
  void what_can_never_be_taken_is_among_the_dead_letters() throws Exception {
    server.start();
    try (Recommender recommender = recommender();
        NatsBridge bridge = inbox(Inbox.of(recommender))) {
      awaitStream("oo_home_in");
      TipId tip = TipId.random(random);
      publish(new byte[] {(byte) 0xff, 1});
      publish(said(tip).toBuilder().setTenant("away").build());
      publish(said(tip).toBuilder().clearSaid().build());
      Incoming.Builder wrong = said(tip).toBuilder();
      wrong.getSaidBuilder().setTip("not a tip");
      publish(wrong.build());

      await().atMost(PATIENCE).until(() -> bridge.counters().get("deadLettered") == 4);
      List<MessageInfo> dead = messages("oo_home_dead");
      assertThat(dead.stream().map(MessageInfo::getSubject))
          .contains("oo.home.dead.unknown.refused", "oo.home.dead." + NAMES.of(ADA) + ".refused");
      assertThat(dead.stream().map(each -> each.getHeaders().getFirst("Oo-Cause")))
          .contains("tip id must be 32 hexadecimal digits");
      assertThat(bridge.forget(ADA)).isEqualTo(3);
    }
  }

  @Test
  void what_fails_is_told_again_until_it_is_taken() throws Exception {
    server.start();
    AtomicInteger calls = new AtomicInteger();
    Inbox failing =
        (user, reaction) -> {
          if (calls.incrementAndGet() < 3) {
            throw new IllegalStateException("the store is away");
          }
          return Receipt.RECORDED;
        };
    try (NatsBridge bridge = inbox(failing)) {
      awaitStream("oo_home_in");
      publish(said(TipId.random(random)));

      await().atMost(PATIENCE).until(() -> bridge.counters().get("taken") == 1);
      assertThat(calls).hasValue(3);
      assertThat(bridge.counters()).containsEntry("deadLettered", 0L);
    }
  }

  @Test
  void what_fails_while_others_are_taken_is_a_dead_letter_in_the_end() throws Exception {
    server.start();
    TipId bad = TipId.random(random);
    Inbox choosy =
        (user, reaction) -> {
          if (reaction.tip().equals(bad)) {
            throw new IllegalStateException("always");
          }
          return Receipt.RECORDED;
        };
    try (NatsBridge bridge = inbox(choosy)) {
      awaitStream("oo_home_in");
      publish(said(bad));
      publish(said(TipId.random(random)));

      await().atMost(PATIENCE).until(() -> bridge.counters().get("deadLettered") == 1);
      assertThat(messages("oo_home_dead").get(0).getSubject()).endsWith(".failed");
    }
  }

  @Test
  void tasks_are_told_to_who_takes_them() throws Exception {
    server.start();
    List<Candidate> opened = new ArrayList<>();
    Inbox tasks =
        new Inbox() {
          @Override
          public Receipt reacted(UserId user, net.alogins.oo.reaction.Reaction reaction) {
            return Receipt.RECORDED;
          }

          @Override
          public void opened(UserId user, Candidate task) {
            opened.add(task);
          }
        };
    try (NatsBridge bridge = inbox(tasks)) {
      awaitStream("oo_home_in");
      Incoming.Builder message = said(TipId.random(random)).toBuilder();
      message
          .getTaskOpenedBuilder()
          .setSource("crm")
          .setKey("7")
          .setTitle("Call back")
          .setMinutes(5);
      publish(message.build());

      await().atMost(PATIENCE).until(() -> bridge.counters().get("taken") == 1);
      assertThat(opened).containsExactly(Candidate.of("crm", "7", "Call back").minutes(5));
    }
  }

  @Test
  void schemas_are_kept_in_nats_and_incompatible_ones_refused() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(1);
      awaitCaughtUp(bridge);
      SchemaRegistry schemas = bridge.schemas();
      Schema current = Schema.current();
      assertThat(schemas.latest(Schema.EVENTS)).contains(current);
      schemas.register(current);
      schemas.register(current);
      Schema broken =
          new Schema(Schema.EVENTS, 2, current.files().toBuilder().removeFile(2).build());

      assertThat(schemas.latest(Schema.EVENTS)).contains(current);
      assertThat(schemas.find(Schema.EVENTS, 2)).isEmpty();
      assertThatThrownBy(() -> schemas.register(broken))
          .isInstanceOf(IncompatibleSchemaException.class)
          .hasMessageContaining("is gone");
    }
  }

  @Test
  void an_address_that_is_none_is_refused() {
    assertThatThrownBy(() -> NatsBridge.to("http://127.0.0.1:1", NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nats://HOST:PORT");
  }

  private NatsBridge relay() {
    return NatsBridge.to(server.url(), NAMES).relay(log).open();
  }

  private NatsBridge inbox(Inbox inbox) {
    return NatsBridge.to(server.url(), NAMES).inbox(inbox).open();
  }

  private Recommender recommender() {
    CandidateSource chores = context -> List.of(Candidate.of("chores", "1", "Water the plants"));
    Stores memory = Stores.inMemory();
    return Recommender.from(chores)
        .choosingWith(ScriptedPolicy.scoring(Map.of()))
        .stores(new Stores(log, memory.profiles(), memory.scores(), memory.states()))
        .build();
  }

  /** Decisions, of two people by turns. */
  private void append(int rows) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      events.add(SampleEvents.decided(i % 2 == 0 ? ADA : BOB, TipId.random(random)));
    }
    log.append(events);
  }

  private static Incoming said(TipId tip) {
    Incoming.Builder message = Incoming.newBuilder().setTenant("home").setUser("ada");
    message
        .getSaidBuilder()
        .setTip(tip.toString())
        .setId(new ReactionId("r1").value())
        .setKind(ReactionKind.REACTION_KIND_DONE);
    return message.build();
  }

  private void publish(Incoming message) throws Exception {
    awaitStream("oo_home_in");
    publish(message.toByteArray());
  }

  private void publish(byte[] message) throws Exception {
    try (Connection connection = Nats.connect(server.url())) {
      connection.jetStream().publish("oo.home.in." + NAMES.of(ADA) + ".said", message);
    }
  }

  private void awaitStream(String name) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(messages(name)).isNotNull());
  }

  private static void awaitCaughtUp(NatsBridge bridge) {
    await().atMost(PATIENCE).until(() -> bridge.lag() == 0);
  }

  private List<MessageInfo> messages(String stream) throws Exception {
    try (Connection connection = Nats.connect(server.url())) {
      JetStreamManagement streams = connection.jetStreamManagement();
      StreamState state = streams.getStreamInfo(stream).getStreamState();
      List<MessageInfo> messages = new ArrayList<>();
      long next = state.getFirstSequence();
      while (messages.size() < state.getMsgCount()) {
        MessageInfo message = streams.getNextMessage(stream, next, ">");
        messages.add(message);
        next = message.getSeq() + 1;
      }
      return messages;
    }
  }

  private static List<Long> rows(List<MessageInfo> messages) {
    return messages.stream().map(each -> Wire.parse(each.getData()).getSequence()).toList();
  }

  private static List<Long> upTo(int rows) {
    return LongStream.rangeClosed(1, rows).boxed().collect(Collectors.toList());
  }
}
