package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that lead inside: nobody may ever be connected to. */
class SsrfTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] BODY = {'{', '}'};

  private Listener canary;
  private Optional<Listener> canary6 = Optional.empty();

  @BeforeEach
  void listen() throws IOException {
    canary = Listener.on("0.0.0.0", 0, Listener.saying("HTTP/1.1 200 OK\r\n\r\n"));
    try {
      canary6 = Optional.of(Listener.on("::1", canary.port(), out -> {}));
    } catch (IOException noSix) {
      System.out.println("ssrf: there is no IPv6 here");
    }
  }

  @AfterEach
  void close() throws IOException {
    canary.close();
    if (canary6.isPresent()) {
      canary6.get().close();
    }
  }

  private int connections() {
    return canary.connections() + canary6.map(Listener::connections).orElse(0);
  }

  private static Egress egress(Guard guard, boolean isPlainFine) {
    return Egress.of(guard, List.of(), new Wiring(PATIENCE, isPlainFine, Optional.empty()));
  }

  private static EgressException.Kind failure(Egress egress, String address) {
    EgressException failure =
        catchThrowableOfType(EgressException.class, () -> egress.post(address, Map.of(), BODY));
    assertThat(failure).as(address).isNotNull();
    assertThat(failure).hasNoCause().hasMessageNotContaining("127");
    return failure.kind();
  }

  @Test
  void where_a_name_leads_is_not_asked_when_somebody_names_it() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Guard guard =
        new Guard(
            host -> {
              asked.incrementAndGet();
              throw new UnknownHostException(host);
            },
            Reach::isPublic);
    try (Egress egress = egress(guard, false)) {
      egress.check("https://private.example/");
      egress.check("https://nobody.example/");
      assertThat(
              catchThrowableOfType(EgressException.class, () -> egress.check("https://127.0.0.1/"))
                  .kind())
          .isEqualTo(EgressException.Kind.REFUSED);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void nobody_inside_is_connected_to() {
    List<String> addresses = new ArrayList<>(Inside.OTHERS);
    Inside.FORMS.forEach(rest -> addresses.addAll(List.of("https:" + rest, "http:" + rest)));
    Guard guard = new Guard(Inside::lookUp, Reach::isPublic);
    int tried = 0;
    for (boolean isPlainFine : new boolean[] {false, true}) {
      try (Egress egress = egress(guard, isPlainFine)) {
        for (String one : addresses) {
          String address = one.replace("PORT", "" + canary.port());
          assertThat(failure(egress, address)).as(address).isEqualTo(EgressException.Kind.REFUSED);
          tried++;
        }
      }
    }

    System.out.println(
        "ssrf: %d addresses, tried %d times, %d connections at the canaries"
            .formatted(addresses.size(), tried, connections()));
    assertThat(Inside.FORMS.size() + Inside.OTHERS.size()).isGreaterThan(50);
    assertThat(connections()).isZero();
  }

  @Test
  void the_canary_would_notice() throws EgressException {
    Guard careless = new Guard(Inside::lookUp, address -> true);
    try (Egress egress = egress(careless, true)) {
      String address = "http://localtest.example:" + canary.port() + "/";
      assertThat(egress.post(address, Map.of(), BODY).status()).isEqualTo(200);
    }

    assertThat(connections()).isEqualTo(1);
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() throws Exception {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      String to = "http://127.0.0.1:" + canary.port() + "/";
      String head = "HTTP/1.1 " + status + " x\r\nLocation: " + to + "\r\n\r\n";
      try (Listener outside = Listener.on("127.0.0.2", 0, Listener.saying(head));
          Egress egress =
              egress(
                  new Guard(
                      host -> new InetAddress[] {outside.address()}, outside.address()::equals),
                  true)) {
        String address = "http://hooks.example:" + outside.port() + "/";
        assertThat(egress.post(address, Map.of(), BODY).status()).isEqualTo(status);
        assertThat(outside.connections()).isEqualTo(1);
      }
    }
    assertThat(connections()).isZero();
  }

  @Test
  void a_name_that_leads_elsewhere_the_next_time_is_looked_up_once_and_refused_then()
      throws Exception {
    try (Listener outside = Listener.on("127.0.0.2", 0, Listener.saying("HTTP/1.1 204 x\r\n\r\n"));
        Listener inside = Listener.on("127.0.0.1", outside.port(), out -> {})) {
      List<String> asked = new ArrayList<>();
      Guard.Names rebinding =
          host -> {
            asked.add(host);
            return new InetAddress[] {asked.size() == 1 ? outside.address() : inside.address()};
          };
      Guard guard = new Guard(rebinding, outside.address()::equals);
      try (Egress egress = egress(guard, true)) {
        String address = "http://rebind.example:" + outside.port() + "/";
        assertThat(egress.post(address, Map.of(), BODY).status()).isEqualTo(204);
        assertThat(asked).containsExactly("rebind.example");
        assertThat(failure(egress, address)).isEqualTo(EgressException.Kind.REFUSED);
        assertThat(asked).hasSize(2);
      }
      assertThat(outside.connections()).isEqualTo(1);
      assertThat(inside.connections()).isZero();
    }
  }
}
