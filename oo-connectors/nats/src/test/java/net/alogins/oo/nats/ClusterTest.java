package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.api.StreamInfo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Three real servers that are one, of which one is killed. */
@SuppressWarnings("try") // a connection's close may be interrupted
class ClusterTest extends Bridged {

  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void a_killed_node_costs_neither_a_row_nor_the_order() throws Exception {
    try (NatsCluster cluster = NatsCluster.in(folder.resolve("nodes")).start();
        NatsBridge bridge = NatsBridge.to(cluster.urls(), NAMES).replicas(3).relay(log).open()) {
      append(200);
      awaitCaughtUp(bridge, LONG);
      StreamInfo stream = stream(cluster.urls());
      assertThat(stream.getConfiguration().getReplicas()).isEqualTo(3);

      append(200);
      cluster.node(stream.getClusterInfo().getLeader()).kill();
      append(200);

      awaitCaughtUp(bridge, LONG);
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .untilAsserted(
              () -> assertThat(rows(messages(cluster.urls(), "oo_home"))).isEqualTo(upTo(600)));
    }
  }

  private static StreamInfo stream(String urls) throws Exception {
    try (Connection connection = Nats.connect(urls)) {
      return connection.jetStreamManagement().getStreamInfo("oo_home");
    }
  }
}
