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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that lead inside: nobody may ever be connected to. */
class SsrfTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] BODY = {'{', '}'};

  /** Whatever is not refused by its looks is looked up; what these names lead to is said here. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("localtest.example", List.of("127.0.0.1")),
          Map.entry("127.0.0.1.wild.example", List.of("127.0.0.1")),
          Map.entry("localhost.localdomain", List.of("127.0.0.1")),
          Map.entry("foo.localhost", List.of("127.0.0.1", "::1")),
          Map.entry("six.example", List.of("::1")),
          Map.entry("mapped.example", List.of("::ffff:127.0.0.1")),
          Map.entry("translated.example", List.of("64:ff9b::7f00:1")),
          Map.entry("sixtofour.example", List.of("2002:7f00:1::")),
          Map.entry("teredo.example", List.of("2001:0:7f00:1::")),
          Map.entry("metadata.example", List.of("169.254.169.254")),
          Map.entry("private.example", List.of("10.0.0.1")),
          Map.entry("ula.example", List.of("fd00:ec2::254")),
          Map.entry("zero.example", List.of("0.0.0.0")),
          Map.entry("zerosix.example", List.of("::")),
          Map.entry("mixed.example", List.of("8.8.8.8", "127.0.0.1")),
          Map.entry("mixedsix.example", List.of("2606:4700::1111", "::1")));

  /** The port is the canary's. */
  private static final List<String> CORPUS =
      List.of(
          "//localhost:PORT/",
          "//LOCALHOST:PORT/",
          "//LocalHost:PORT/",
          "//localhost.:PORT/",
          "//localhost.localdomain:PORT/",
          "//foo.localhost:PORT/",
          "//ip6-localhost:PORT/",
          "//127.0.0.1:PORT/",
          "//127.0.0.1.:PORT/",
          "//127.1:PORT/",
          "//127.0.1:PORT/",
          "//127.000.000.001:PORT/",
          "//0177.0.0.1:PORT/",
          "//0177.0.0.01:PORT/",
          "//017700000001:PORT/",
          "//2130706433:PORT/",
          "//0x7f000001:PORT/",
          "//0x7f.0x0.0x0.0x1:PORT/",
          "//0x7F.1:PORT/",
          "//127.0.0.0x1:PORT/",
          "//6425673729:PORT/",
          "//127.255.255.254:PORT/",
          "//0:PORT/",
          "//0.0.0.0:PORT/",
          "//[::1]:PORT/",
          "//[0:0:0:0:0:0:0:1]:PORT/",
          "//[0000::0001]:PORT/",
          "//[::]:PORT/",
          "//[::ffff:127.0.0.1]:PORT/",
          "//[::ffff:7f00:1]:PORT/",
          "//[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
          "//[::127.0.0.1]:PORT/",
          "//[64:ff9b::127.0.0.1]:PORT/",
          "//[2002:7f00:1::]:PORT/",
          "//[::1%25lo]:PORT/",
          "//[::1%lo]:PORT/",
          "//[fe80::1%25lo]:PORT/",
          "//169.254.169.254:PORT/latest/meta-data/",
          "//2852039166:PORT/",
          "//0xa9fea9fe:PORT/",
          "//[fd00:ec2::254]:PORT/",
          "//example.org@127.0.0.1:PORT/",
          "//example.org:443@127.0.0.1:PORT/",
          "//127.0.0.1:PORT@example.org/",
          "//example.org%40127.0.0.1:PORT/",
          "//example.org\\@127.0.0.1:PORT/",
          "//127.0.0.1:PORT\\@example.org/",
          "//example.org#@127.0.0.1:PORT/",
          "//127.0.0.1:PORT#.example.org/",
          "//127.0.0.1%00.example.org:PORT/",
          "//127.0.0.1%2eexample.org:PORT/",
          "//127。0。0。1:PORT/",
          "//①②⑦.⓪.⓪.①:PORT/",
          "//ⓛocalhost:PORT/",
          "// 127.0.0.1:PORT/",
          "//127.0.0.1 :PORT/",
          "//127.0.0.1\t:PORT/",
          "//127.0.0.1\r\n.example.org:PORT/",
          "/127.0.0.1:PORT/",
          "///127.0.0.1:PORT/",
          "127.0.0.1:PORT/",
          "//:PORT/",
          "//",
          "//localtest.example:PORT/",
          "//LOCALTEST.example:PORT/",
          "//127.0.0.1.wild.example:PORT/",
          "//six.example:PORT/",
          "//mapped.example:PORT/",
          "//translated.example:PORT/",
          "//sixtofour.example:PORT/",
          "//teredo.example:PORT/",
          "//metadata.example:PORT/",
          "//private.example:PORT/",
          "//ula.example:PORT/",
          "//zero.example:PORT/",
          "//zerosix.example:PORT/",
          "//mixed.example:PORT/",
          "//mixedsix.example:PORT/",
          "//localtest.example:99999/",
          "//localtest.example:0/");

  /** With the whole of the address, scheme included. */
  private static final List<String> OTHERS =
      List.of(
          "ftp://localtest.example:PORT/",
          "file:///etc/passwd",
          "file://127.0.0.1/etc/passwd",
          "gopher://127.0.0.1:PORT/_POST",
          "dict://127.0.0.1:PORT/",
          "jar:https://localtest.example:PORT/!/",
          "unix:///run/docker.sock",
          "javascript:alert(1)",
          "//127.0.0.1:PORT/",
          "");

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

  /** What a name leads to here; whatever else is there has to be refused before it is looked up. */
  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    return addresses(
        Optional.ofNullable(NAMES.get(host)).orElseThrow(() -> new AssertionError(host)));
  }

  private static InetAddress[] addresses(List<String> numbers) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String one : numbers) {
      addresses.add(InetAddress.getByName(one));
    }
    return addresses.toArray(InetAddress[]::new);
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
  void nobody_inside_is_connected_to() {
    List<String> addresses = new ArrayList<>(OTHERS);
    CORPUS.forEach(rest -> addresses.addAll(List.of("https:" + rest, "http:" + rest)));
    Guard guard = new Guard(SsrfTest::lookUp, Reach::isPublic);
    int tried = 0;
    for (boolean isPlainFine : new boolean[] {false, true}) {
      try (Egress egress = egress(guard, isPlainFine)) {
        for (String one : addresses) {
          String address = one.replace("PORT", "" + canary.port());
          assertThat(failure(egress, address)).as(address).isEqualTo(EgressException.Kind.REFUSED);
          assertThat(
                  catchThrowableOfType(EgressException.class, () -> egress.check(address)).kind())
              .isEqualTo(EgressException.Kind.REFUSED);
          tried++;
        }
      }
    }

    System.out.println(
        "ssrf: %d addresses, tried %d times, %d connections at the canaries"
            .formatted(addresses.size(), tried, connections()));
    assertThat(CORPUS.size() + OTHERS.size()).isGreaterThan(50);
    assertThat(connections()).isZero();
  }

  @Test
  void the_canary_would_notice() throws EgressException {
    Guard careless = new Guard(SsrfTest::lookUp, address -> true);
    try (Egress egress = egress(careless, true)) {
      String address = "http://localtest.example:" + canary.port() + "/";
      assertThat(egress.post(address, Map.of(), BODY)).isEqualTo(200);
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
        assertThat(egress.post(address, Map.of(), BODY)).isEqualTo(status);
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
        assertThat(egress.post(address, Map.of(), BODY)).isEqualTo(204);
        assertThat(asked).containsExactly("rebind.example");
        assertThat(failure(egress, address)).isEqualTo(EgressException.Kind.REFUSED);
        assertThat(asked).hasSize(2);
      }
      assertThat(outside.connections()).isEqualTo(1);
      assertThat(inside.connections()).isZero();
    }
  }

  static Stream<String> special() {
    return Stream.of(
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "192.175.48.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378::",
        "2001:20::1",
        "2001:db8::1",
        "2002:a00:1::",
        "2620:4f:8000::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1");
  }

  @Test
  void special_addresses_are_not_public_and_their_neighbours_are() throws UnknownHostException {
    for (String address : special().toList()) {
      assertThat(Reach.isPublic(InetAddress.getByName(address))).as(address).isFalse();
    }
    for (String address :
        List.of(
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "168.63.129.17",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:200::1",
            "2606:4700::1111",
            "2a00:1450:4001::1")) {
      assertThat(Reach.isPublic(InetAddress.getByName(address))).as(address).isTrue();
    }
  }
}
