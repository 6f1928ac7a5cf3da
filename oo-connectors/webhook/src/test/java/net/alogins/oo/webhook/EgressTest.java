package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and how little is believed of what comes back. */
@Timeout(60)
class EgressTest {

  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  private static Egress to(Listener listener, String... hosts) {
    return to(listener, LONG, hosts);
  }

  private static Egress to(Listener listener, Duration patience, String... hosts) {
    Guard guard =
        new Guard(host -> new InetAddress[] {listener.address()}, listener.address()::equals);
    return Egress.of(guard, List.of(hosts), new Wiring(patience, true, Optional.empty()));
  }

  private static String address(Listener listener) {
    return "http://Hooks.example:" + listener.port() + "/in?of=ada";
  }

  private static Listener answering(Listener.Answer answer) throws IOException {
    return Listener.on("127.0.0.1", 0, answer);
  }

  private static void assertUnreachable(Duration patience, Listener.Answer answer)
      throws IOException {
    try (Listener listener = answering(answer);
        Egress egress = to(listener, patience)) {
      assertThatThrownBy(() -> egress.post(address(listener), Map.of(), BODY))
          .isInstanceOfSatisfying(
              EgressException.class,
              failure -> assertThat(failure.kind()).isEqualTo(EgressException.Kind.UNREACHABLE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 404, 429, 500})
  void the_status_is_the_answer(int status) throws Exception {
    try (Listener listener = answering(Listener.saying("HTTP/1.1 " + status + " x\r\n\r\n"));
        Egress egress = to(listener)) {
      assertThat(egress.post(address(listener), Map.of(), BODY).status()).isEqualTo(status);
    }
  }

  @Test
  void a_request_says_what_it_must_and_no_more() throws Exception {
    try (Listener listener =
            answering(Listener.saying("HTTP/1.1 401 x\r\nWWW-Authenticate: Basic\r\n\r\n"));
        Egress egress = to(listener)) {
      egress.post(address(listener), Map.of("webhook-id", "m1"), BODY);
      egress.post(address(listener), Map.of(), BODY);

      assertThat(listener.connections()).isEqualTo(2);
      assertThat(listener.heads().get(0).lines())
          .contains(
              "POST /in?of=ada HTTP/1.1",
              "webhook-id: m1",
              "Content-Length: 7",
              "Content-Type: application/json; charset=UTF-8",
              "Host: Hooks.example:" + listener.port(),
              "User-Agent: oO")
          .noneMatch(line -> line.startsWith("Accept-Encoding") || line.startsWith("Cookie"));
    }
  }

  @Test
  void a_proxy_of_the_environment_would_look_up_names_itself_and_is_not_used() throws Exception {
    try (Listener proxy = answering(Listener.saying("HTTP/1.1 200 x\r\n\r\n"));
        Listener listener = answering(Listener.saying("HTTP/1.1 204 x\r\n\r\n"))) {
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", "" + proxy.port());
      System.setProperty("http.nonProxyHosts", "");
      try (Egress egress = to(listener)) {
        assertThat(egress.post(address(listener), Map.of(), BODY).status()).isEqualTo(204);
      } finally {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
        System.clearProperty("http.nonProxyHosts");
      }
      assertThat(proxy.connections()).isZero();
    }
  }

  @Test
  void an_answer_without_end_is_not_read() throws Exception {
    AtomicLong written = new AtomicLong();
    Listener.Answer endless =
        out -> {
          out.write(
              "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 4096; i++) {
            out.write(
                ("10000\r\n" + "x".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            written.addAndGet(65_536);
          }
        };
    try (Listener listener = answering(endless);
        Egress egress = to(listener)) {
      assertThat(egress.post(address(listener), Map.of(), BODY).status()).isEqualTo(200);
    }
    assertThat(written.get()).isLessThan(64L << 20);
  }

  @Test
  void a_head_without_end_is_not_read() throws Exception {
    assertUnreachable(
        LONG,
        out -> {
          out.write("HTTP/1.1 200 x\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 1_000_000; i++) {
            out.write(("x-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
          }
        });
    assertUnreachable(
        LONG,
        out -> {
          for (int i = 0; i < 10_000; i++) {
            out.write("x".repeat(8192).getBytes(StandardCharsets.US_ASCII));
          }
        });
  }

  @Test
  void a_silent_host_is_given_up() throws Exception {
    CountDownLatch isOver = new CountDownLatch(1);
    assertUnreachable(SHORT, out -> awaitQuietly(isOver, 5000));
    isOver.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch, long millis) throws IOException {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException over) {
      throw new IOException(over);
    }
  }

  @Test
  void a_host_that_says_a_byte_now_and_then_is_given_up_at_the_same_time() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Listener.Answer dripping =
        out -> {
          for (int i = 0; i < 200; i++) {
            drip(out, never);
          }
        };
    long begun = System.nanoTime();
    assertUnreachable(SHORT, dripping);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  private static void drip(OutputStream out, CountDownLatch never) throws IOException {
    out.write('H');
    out.flush();
    awaitQuietly(never, 100);
  }

  @Test
  void what_is_no_http_is_no_answer() throws Exception {
    assertUnreachable(LONG, Listener.saying("SSH-2.0-OpenSSH_9.6\r\n"));
    assertUnreachable(LONG, Listener.saying(""));
  }

  @Test
  void a_name_that_is_not_known_is_unreachable_and_may_be_known_later() throws Exception {
    Guard guard =
        new Guard(
            host -> {
              throw new UnknownHostException(host);
            },
            address -> true);
    try (Egress egress = Egress.of(guard, List.of(), Wiring.usual(SHORT))) {
      assertThatThrownBy(() -> egress.post("https://hooks.example/", Map.of(), BODY))
          .isInstanceOfSatisfying(
              EgressException.class,
              failure -> assertThat(failure.kind()).isEqualTo(EgressException.Kind.UNREACHABLE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooks.example", ".example", "other.example hooks.example"})
  void a_host_that_is_allowed_is_sent_to(String allowed) throws Exception {
    try (Listener listener = answering(Listener.saying("HTTP/1.1 200 x\r\n\r\n"));
        Egress egress = to(listener, allowed.split(" ", -1))) {
      egress.check(address(listener));
      assertThat(egress.post(address(listener), Map.of(), BODY).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"example", "ks.example", "hooks.example.org", ".hooks.example"})
  void a_host_that_is_not_allowed_is_refused(String allowed) throws Exception {
    try (Listener listener = answering(Listener.saying("HTTP/1.1 200 x\r\n\r\n"));
        Egress egress = to(listener, allowed)) {
      assertThatThrownBy(() -> egress.post(address(listener), Map.of(), BODY))
          .isInstanceOf(EgressException.class)
          .hasMessageContaining("one of those that are allowed");
      assertThat(listener.connections()).isZero();
    }
  }

  @Test
  void a_body_that_is_too_long_is_refused() throws Exception {
    try (Egress egress = Egress.toAnybody()) {
      assertThatThrownBy(
              () -> egress.post("https://hooks.example/", Map.of(), new byte[Egress.LONGEST + 1]))
          .isInstanceOf(EgressException.class)
          .hasMessageContaining("at most 262144 bytes");
    }
  }

  @Test
  void closing_leaves_no_thread_and_twice_is_fine() throws Exception {
    Listener listener = answering(Listener.saying("HTTP/1.1 200 x\r\n\r\n"));
    Egress egress = to(listener);
    egress.post(address(listener), Map.of(), BODY);
    List<Thread> own =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("oo-egress"))
            .toList();
    egress.close();
    egress.close();
    listener.close();

    for (Thread thread : own) {
      thread.join(5000);
      assertThat(thread.isAlive()).isFalse();
    }
  }
}
