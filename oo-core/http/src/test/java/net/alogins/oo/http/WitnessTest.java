package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody may have to answer for is heard before it is done, and nothing else is. */
class WitnessTest {

  private static final UserId OLGA = new UserId("olga");

  private static final String CONNECT = "{\"connector\":\"pushing\",\"id\":\"press\"}";

  private final Recommender recommender = House.builder(ManualClock.at(House.START)).build();
  private final List<Act> heard = new ArrayList<>();

  @AfterEach
  void close() {
    recommender.close();
  }

  private List<Operation> operations(Witness witness) {
    return Operations.on(recommender).witness(witness).list();
  }

  private static int status(List<Operation> operations, String id, String path, String sent) {
    Caller olga = new Caller(Optional.of(OLGA), Role.OPERATOR, Optional.empty());
    byte[] body = sent.getBytes(StandardCharsets.UTF_8);
    String query = sent.startsWith("{") ? "" : sent;
    Request request = new Request(olga, path, query, House.JSON, new ByteArrayInputStream(body));
    return House.named(operations, id).answer(request).status();
  }

  @Test
  void each_act_is_heard_once_with_whom_it_concerns() {
    List<Operation> operations = operations(heard::add);
    TipId tip = recommender.tip(House.ADA).tip().orElseThrow().id();
    String decision = "/v1/admin/decisions/" + tip;

    status(operations, "consent", "/v1/profile/consents", "{\"consents\":[\"llm\",\"learn\"]}");
    status(operations, "exportOwn", "/v1/export", "");
    status(operations, "decision", decision, "user=ada");
    status(operations, "replay", decision + "/replay", "{\"user\":\"ada\"}");
    status(operations, "rebuild", "/v1/admin/rebuild", "{}");

    assertThat(heard)
        .containsExactly(
            Act.own(OLGA, "consent", "learn llm"),
            Act.own(OLGA, "exportOwn", ""),
            Act.about(OLGA, "decision", House.ADA, tip),
            Act.about(OLGA, "replay", House.ADA, tip),
            Act.onAll(OLGA, "rebuild"));
  }

  @Test
  void what_is_connected_and_ended_is_heard_by_its_system_and_no_more() {
    try (Connections connections = ScriptedSystem.connections()) {
      List<Operation> operations =
          Operations.on(recommender).witness(heard::add).connections(connections).list();
      String id = ConnectionId.of(OLGA, "press").value();

      status(operations, "connect", "/v1/connections", "{\"connector\":\"nothing\"}");
      status(operations, "connect", "/v1/connections", CONNECT);
      status(operations, "connect", "/v1/connections", CONNECT);
      status(operations, "reconnect", "/v1/connections/" + id + "/reconnect", "{}");
      status(operations, "reconnect", "/v1/connections/none/reconnect", "{\"secret\":\"s\"}");
      status(operations, "disconnect", "/v1/connections/" + id + "/disconnect", "{}");
      status(operations, "disconnect", "/v1/connections/" + id + "/disconnect", "{}");
    }

    assertThat(heard)
        .containsExactly(
            Act.own(OLGA, "connect", "pushing"),
            Act.own(OLGA, "reconnect", "pushing"),
            Act.own(OLGA, "disconnect", "pushing"));
  }

  @Test
  void what_changes_nothing_or_is_refused_is_not_heard() {
    List<Operation> operations = operations(heard::add);

    status(operations, "askForTip", "/v1/tips", "{}");
    status(operations, "profile", "/v1/profile", "");
    status(operations, "standing", "/v1/admin/standing", "");
    status(operations, "consent", "/v1/profile/consents", "{\"consents\":[\"everything\"]}");
    status(operations, "rebuild", "/v1/admin/rebuild", "[]");
    House.answer(operations, "rebuild", "{}");

    assertThat(heard).isEmpty();
  }

  @Test
  void what_cannot_be_written_down_is_not_done() {
    List<Operation> operations =
        operations(
            act -> {
              throw new IllegalStateException("the disk is full");
            });
    TipId tip = recommender.tip(House.ADA).tip().orElseThrow().id();

    assertThat(status(operations, "consent", "/v1/profile/consents", "{\"consents\":[]}"))
        .isEqualTo(500);
    assertThat(status(operations, "exportOwn", "/v1/export", "")).isEqualTo(500);
    assertThat(status(operations, "decision", "/v1/admin/decisions/" + tip, "user=ada"))
        .isEqualTo(500);
    assertThat(recommender.profiles().of(OLGA).consents().allowed()).isNotEmpty();
    assertThat(status(operations, "askForTip", "/v1/tips", "{}")).isEqualTo(201);
  }
}
