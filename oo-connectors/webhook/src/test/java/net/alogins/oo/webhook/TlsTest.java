package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is connected to by its address has to be who its name says. */
class TlsTest {

  private static final String PASSWORD = "of these tests";

  @TempDir private static Path directory;
  private static KeyStore store;

  private final List<String> said = new CopyOnWriteArrayList<>();
  private SSLContext tls;
  private HttpsServer server;

  @BeforeAll
  static void certify() throws Exception {
    store = certified("hooks.example");
  }

  @BeforeEach
  void start() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static KeyStore certified(String name) throws Exception {
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "own",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyStore both = KeyStore.getInstance("PKCS12");
    both.load(null, null);
    both.setCertificateEntry("trusted", own.getCertificate("own"));
    both.setKeyEntry(
        "own",
        own.getKey("own", PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        own.getCertificateChain("own"));
    return both;
  }

  private void answer(HttpExchange exchange) throws IOException {
    ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
    said.add(session.getRequestedServerNames().toString());
    said.add(String.valueOf(exchange.getRequestHeaders().getFirst("Host")));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private Egress egress(Optional<SSLContext> believed) {
    InetAddress here = server.getAddress().getAddress();
    Guard guard = new Guard(host -> new InetAddress[] {here}, here::equals);
    return Egress.of(guard, List.of(), new Wiring(Duration.ofSeconds(30), false, believed));
  }

  private String address(String host) {
    return "https://" + host + ":" + server.getAddress().getPort() + "/";
  }

  @Test
  void the_name_is_said_where_the_address_is_connected_to() throws Exception {
    try (Egress egress = egress(Optional.of(tls))) {
      assertThat(egress.post(address("hooks.example"), Map.of(), new byte[0]).status())
          .isEqualTo(204);
    }

    assertThat(said)
        .containsExactly(
            "[type=host_name (0), value=hooks.example]",
            "hooks.example:" + server.getAddress().getPort());
  }

  @Test
  void who_has_a_certificate_of_another_name_gets_nothing() {
    try (Egress egress = egress(Optional.of(tls))) {
      assertThatThrownBy(() -> egress.post(address("other.example"), Map.of(), new byte[0]))
          .isInstanceOf(EgressException.class);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void who_has_a_certificate_of_nobody_known_gets_nothing() {
    try (Egress egress = egress(Optional.empty())) {
      assertThatThrownBy(() -> egress.post(address("hooks.example"), Map.of(), new byte[0]))
          .isInstanceOf(EgressException.class);
    }
    assertThat(said).isEmpty();
  }
}
