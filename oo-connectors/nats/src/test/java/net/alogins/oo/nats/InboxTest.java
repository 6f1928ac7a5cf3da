package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.api.MessageInfo;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.tip.Tip;
import net.alogins.oo.wire.v1.Incoming;
import org.junit.jupiter.api.Test;

/** What others say, by a real server. */
@SuppressWarnings("try") // a connection's close may be interrupted
class InboxTest extends Bridged {

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
}
