package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.tip.Tip;
import net.alogins.oo.wire.v1.Incoming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that others push, by a real server. */
@SuppressWarnings("try") // a connection's close may be interrupted
class PushedTasksTest extends Bridged {

  private final InMemoryConnectionStore store = new InMemoryConnectionStore();
  private final Connections connections =
      Connections.to(new NatsConnector("crm")).keptIn(store, new MemoryVault()).open();
  private final Recommender recommender =
      Recommender.from(connections.source("crm"))
          .choosingWith(ScriptedPolicy.scoring(Map.of()))
          .effect(connections.effect())
          .build();
  private final Inbox inbox = Inbox.of(recommender, connections);

  @AfterEach
  void end() {
    recommender.close();
    connections.close();
  }

  @Test
  void a_pushed_task_is_suggested_until_it_is_pushed_as_gone() throws Exception {
    server.start();
    try (NatsBridge bridge = inbox(inbox)) {
      push(ADA, opened("m1", "7"));
      awaitTaken(bridge, 1);
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      assertThat(store.open(ADA))
          .containsExactly(Candidate.of("crm", "7", "Call back").kind("call").minutes(5));
      assertThat(tip.title()).isEqualTo("Call back");
      assertThat(recommender.tip(BOB).tip()).isEmpty();

      push(ADA, gone("m2", "7"));
      awaitTaken(bridge, 2);

      assertThat(recommender.tip(ADA).tip()).isEmpty();
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages("oo_home_in")).isEmpty());
    }
  }

  @Test
  void what_was_taken_and_not_acknowledged_is_not_applied_again() throws Exception {
    server.start();
    AtomicInteger calls = new AtomicInteger();
    Inbox forgetful =
        told(
            (user, source, push) -> {
              inbox.pushed(user, source, push);
              if (calls.incrementAndGet() == 1) {
                recommender.react(
                    user, Reaction.done(recommender.tip(user).tip().orElseThrow().id()));
                await().atMost(PATIENCE).until(() -> store.open(user).isEmpty());
                throw new IllegalStateException("it is durable, but nobody knows");
              }
            });
    try (NatsBridge bridge = inbox(forgetful)) {
      push(ADA, opened("m1", "7"));

      awaitTaken(bridge, 1);
      assertThat(calls).hasValue(2);
      assertThat(store.open(ADA)).isEmpty();
    }
  }

  @Test
  void a_message_that_is_published_twice_is_applied_once_and_another_of_its_id_refused()
      throws Exception {
    server.start();
    try (NatsBridge bridge = inbox(inbox)) {
      push(ADA, opened("m1", "7"));
      push(ADA, gone("m2", "7"));
      push(ADA, opened("m1", "7"));
      push(ADA, opened("m1", "8"));

      await().atMost(PATIENCE).until(() -> bridge.counters().get("deadLettered") == 1);
      assertThat(bridge.counters()).containsEntry("taken", 3L);
      assertThat(store.open(ADA)).isEmpty();
      assertThat(messages("oo_home_dead").get(0).getHeaders().getFirst("Oo-Cause"))
          .isEqualTo("event_id must be new for another message");
    }
  }

  @Test
  void what_fails_is_taken_before_what_came_later_and_holds_up_nobody_else() throws Exception {
    server.start();
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    AtomicInteger failures = new AtomicInteger();
    Inbox failing =
        told(
            (user, source, push) -> {
              if (push.message().equals("m1") && failures.incrementAndGet() < 4) {
                throw new IllegalStateException("the store is away");
              }
              order.add(push.message());
            });
    try (NatsBridge bridge = inbox(failing)) {
      push(ADA, opened("m1", "7"));
      push(ADA, gone("m2", "7"));
      push(BOB, opened("m3", "9"));

      awaitTaken(bridge, 3);
      assertThat(order).containsExactly("m3", "m1", "m2");
    }
  }

  @Test
  void two_servers_take_what_is_said_of_a_person_in_its_order() throws Exception {
    server.start();
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    Inbox noting = told((user, source, push) -> order.add(push.message()));
    try (NatsBridge one = inbox(noting);
        NatsBridge other = inbox(noting)) {
      List<String> all = IntStream.range(0, 24).mapToObj(i -> "m" + i).toList();
      for (String message : all) {
        push(ADA, message.endsWith("3") ? gone(message, "7") : opened(message, "7"));
      }

      await().atMost(PATIENCE).until(() -> order.size() == all.size());
      assertThat(order).containsExactlyElementsOf(all);
      assertThat(one.counters().get("taken") + other.counters().get("taken")).isEqualTo(24);
    }
  }

  @Test
  void tasks_that_break_a_rule_are_among_the_dead_letters() throws Exception {
    server.start();
    try (NatsBridge bridge = inbox(inbox)) {
      Incoming.Builder script = opened("m1", "7").toBuilder();
      script.getTaskOpenedBuilder().setLink("javascript:alert(1)");
      Incoming.Builder stranger = opened("m2", "7").toBuilder();
      stranger.getTaskOpenedBuilder().setSource("todoist");
      Incoming.Builder blank = opened("m3", "7").toBuilder();
      blank.getTaskOpenedBuilder().setTitle("\u202e");
      for (Incoming.Builder wrong : List.of(script, stranger, blank)) {
        push(ADA, wrong.build());
      }

      await().atMost(PATIENCE).until(() -> bridge.counters().get("deadLettered") == 3);
      assertThat(
              messages("oo_home_dead").stream().map(each -> each.getHeaders().getFirst("Oo-Cause")))
          .containsExactly(
              "the link of a task must be an address of the web",
              "source must be a system that may push tasks over NATS",
              "the title of a task must be a text, not blank");
      assertThat(store.all()).isEmpty();
    }
  }

  @FunctionalInterface
  private interface Told {
    void pushed(UserId user, String source, Push push) throws InterruptedException;
  }

  private static Inbox told(Told told) {
    return new Inbox() {
      @Override
      public Receipt reacted(UserId user, Reaction reaction) {
        return Receipt.RECORDED;
      }

      @Override
      public void pushed(UserId user, String source, Push push) throws InterruptedException {
        told.pushed(user, source, push);
      }
    };
  }

  private void push(UserId user, Incoming message) throws Exception {
    awaitStream("oo_home_in");
    publish(user, message.toBuilder().setUser(user.value()).build().toByteArray());
  }

  private static Incoming opened(String id, String key) {
    Incoming.Builder message = Incoming.newBuilder().setTenant("home").setEventId(id);
    message
        .getTaskOpenedBuilder()
        .setSource("crm")
        .setKey(key)
        .setTitle("Call back")
        .setKind("call")
        .setMinutes(5);
    return message.build();
  }

  private static Incoming gone(String id, String key) {
    Incoming.Builder message = Incoming.newBuilder().setTenant("home").setEventId(id);
    message.getTaskGoneBuilder().setSource("crm").setKey(key);
    return message.build();
  }

  private static void awaitTaken(NatsBridge bridge, long many) {
    await().atMost(PATIENCE).until(() -> bridge.counters().get("taken") == many);
  }
}
