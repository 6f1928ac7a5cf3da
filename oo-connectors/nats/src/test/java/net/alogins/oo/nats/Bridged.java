package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
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
import net.alogins.oo.testkit.SampleEvents;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Incoming;
import net.alogins.oo.wire.v1.ReactionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real server, and what is beside it in a test. */
@SuppressWarnings("try") // a connection's close may be interrupted
abstract class Bridged {

  static final UserId ADA = new UserId("ada");
  static final UserId BOB = new UserId("bob");
  static final Pseudonyms NAMES = Pseudonyms.of(new TenantId("home"), new byte[32]);
  static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  final EventLog log = new InMemoryEventLog();
  final SplittableRandom random = new SplittableRandom(7);
  NatsServer server;

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

  NatsBridge relay() {
    return NatsBridge.to(server.url(), NAMES).relay(log).open();
  }

  NatsBridge inbox(Inbox inbox) {
    return NatsBridge.to(server.url(), NAMES).inbox(inbox).open();
  }

  Recommender recommender() {
    CandidateSource chores = context -> List.of(Candidate.of("chores", "1", "Water the plants"));
    Stores memory = Stores.inMemory();
    return Recommender.from(chores)
        .choosingWith(ScriptedPolicy.scoring(Map.of()))
        .stores(new Stores(log, memory.profiles(), memory.scores(), memory.states()))
        .build();
  }

  /** Decisions, of two people by turns. */
  void append(int rows) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      events.add(SampleEvents.decided(i % 2 == 0 ? ADA : BOB, TipId.random(random)));
    }
    log.append(events);
  }

  static Incoming said(TipId tip) {
    Incoming.Builder message = Incoming.newBuilder().setTenant("home").setUser("ada");
    message
        .getSaidBuilder()
        .setTip(tip.toString())
        .setId(new ReactionId("r1").value())
        .setKind(ReactionKind.REACTION_KIND_DONE);
    return message.build();
  }

  void publish(Incoming message) throws Exception {
    awaitStream("oo_home_in");
    publish(message.toByteArray());
  }

  void publish(byte[] message) throws Exception {
    publish(ADA, message);
  }

  void publish(UserId user, byte[] message) throws Exception {
    try (Connection connection = Nats.connect(server.url())) {
      connection.jetStream().publish("oo.home.in." + NAMES.of(user) + ".said", message);
    }
  }

  void awaitStream(String name) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(messages(name)).isNotNull());
  }

  static void awaitCaughtUp(NatsBridge bridge) {
    awaitCaughtUp(bridge, PATIENCE);
  }

  static void awaitCaughtUp(NatsBridge bridge, Duration patience) {
    await().atMost(patience).until(() -> bridge.lag() == 0);
  }

  List<MessageInfo> messages(String stream) throws Exception {
    return messages(server.url(), stream);
  }

  static List<MessageInfo> messages(String url, String stream) throws Exception {
    try (Connection connection = Nats.connect(url)) {
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

  static List<Long> rows(List<MessageInfo> messages) {
    return messages.stream().map(each -> Wire.parse(each.getData()).getSequence()).toList();
  }

  static List<Long> upTo(int rows) {
    return LongStream.rangeClosed(1, rows).boxed().collect(Collectors.toList());
  }
}
