package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nats.client.api.MessageInfo;
import java.util.List;
import net.alogins.oo.id.TipId;
import net.alogins.oo.testkit.SampleEvents;
import net.alogins.oo.wire.IncompatibleSchemaException;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.Schema;
import net.alogins.oo.wire.SchemaRegistry;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;
import org.junit.jupiter.api.Test;

/** The rows of a log to a real server, which is killed, wiped and away. */
@SuppressWarnings("try") // a connection's close may be interrupted
class NatsBridgeTest extends Bridged {

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
  void a_server_that_lost_the_end_of_its_stream_is_told_that_again() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      append(200);
      awaitCaughtUp(bridge);
      server.kill();
      server.save(folder.resolve("saved"));
      server.start();
      append(100);
      awaitCaughtUp(bridge);
      server.kill();
      server.wipe();
      server.restore(folder.resolve("saved"));
      server.start();
      append(10);

      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(rows(messages("oo_home"))).isEqualTo(upTo(310)));
    }
  }

  @Test
  void who_names_people_with_another_key_is_refused() {
    byte[] other = new byte[Pseudonyms.KEY_BYTES];
    other[0] = 1;
    relay().close();

    NatsBridge.Builder renaming =
        NatsBridge.to(server.url(), Pseudonyms.of(NAMES.tenant(), other)).relay(log);

    assertThatThrownBy(renaming::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be named with the key that they have been named with");
    assertThat(NatsBridge.hasNames(log)).isTrue();
    relay().close();

    renaming.newNames().open().close();
    assertThatThrownBy(this::relay).isInstanceOf(IllegalArgumentException.class);
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
  void a_decision_that_no_message_can_hold_is_sent_without_what_was_not_chosen() throws Exception {
    server.start();
    try (NatsBridge bridge = relay()) {
      log.append(List.of(SampleEvents.decided(ADA, TipId.random(random), 30_000)));
      append(1);
      awaitCaughtUp(bridge);

      Envelope large = Wire.parse(messages("oo_home").get(0).getData());
      assertThat(large.getDecided().getSlate().getCandidatesCount()).isEqualTo(1);
      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(2));
      assertThat(bridge.counters()).containsEntry("tooLarge", 0L);
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
}
