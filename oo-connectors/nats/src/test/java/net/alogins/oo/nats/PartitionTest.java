package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.event.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server that cannot be reached for a while. */
@SuppressWarnings("try") // a connection's close may be interrupted
class PartitionTest extends Bridged {

  private static final int ON_THE_WAY = Window.MOST + 3 * 256;

  private FaultProxy way;

  @BeforeEach
  void begin() throws Exception {
    server.start();
    way = FaultProxy.to(server.port());
  }

  @AfterEach
  void end() {
    way.close();
  }

  private NatsBridge relay(EventLog from) {
    return NatsBridge.to("nats://127.0.0.1:" + way.port(), NAMES).relay(from).open();
  }

  @Test
  void a_way_that_is_cut_costs_neither_a_row_nor_the_order() throws Exception {
    try (NatsBridge bridge = relay(log)) {
      append(300);
      awaitCaughtUp(bridge);
      way.cut();
      append(300);
      await().atMost(PATIENCE).until(bridge::isTroubled);
      way.heal();

      awaitCaughtUp(bridge);
      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(600));
    }
  }

  @Test
  void while_nothing_gets_through_what_waits_is_in_the_log_and_it_is_drained_afterwards()
      throws Exception {
    AtomicLong read = new AtomicLong();
    try (NatsBridge bridge = relay(counting(read))) {
      append(1);
      awaitCaughtUp(bridge);
      way.stall();
      long before = read.get();
      append(3_000);
      await().atMost(PATIENCE).until(() -> read.get() - before >= Window.MOST);

      await().atMost(PATIENCE).until(bridge::isTroubled);
      assertThat(read.get() - before).isLessThanOrEqualTo(ON_THE_WAY);
      assertThat(bridge.lag()).isEqualTo(3_000);

      way.heal();
      awaitCaughtUp(bridge, Duration.ofSeconds(60));
      assertThat(rows(messages("oo_home"))).isEqualTo(upTo(3_001));
    }
  }

  /** The log, and how many rows were read of it in pages. */
  private EventLog counting(AtomicLong read) {
    return (EventLog)
        Proxy.newProxyInstance(
            EventLog.class.getClassLoader(),
            new Class<?>[] {EventLog.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(log, arguments);
                if (method.getName().equals("read") && answer instanceof List<?> rows) {
                  read.addAndGet(rows.size());
                }
                return answer;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
