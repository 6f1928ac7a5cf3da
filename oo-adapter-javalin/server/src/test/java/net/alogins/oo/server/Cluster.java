package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.alogins.oo.nats.NatsServer;
import net.alogins.oo.wire.Pseudonyms;

/** Several real servers on one real PostgreSQL and one real NATS. */
final class Cluster implements AutoCloseable {

  private static final String ISSUER = "https://id.example.com";
  private static final String CLIENT = "cluster";
  private static final String VIEWER = "viewer";
  private static final int TASKS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Jvm jvm = Jvm.quick();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final PostgresStorage storage;
  private final NatsServer nats;
  private final List<Cable> cables = new ArrayList<>();
  private final ECKey key;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final List<ClusterHost> hosts = new ArrayList<>();

  /** {@code size} servers that have started at once, as far as that goes. */
  Cluster(Path folder, int size) throws Exception {
    this(folder, size, true);
  }

  private Cluster(Path folder, int size, boolean isBridged) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.storage = PostgresStorage.careful(folder.resolve("cluster"));
    this.nats = NatsServer.in(folder.resolve("nats"));
    if (isBridged) {
      nats.start();
    }
    this.key =
        new ECKeyGenerator(Curve.P_256).keyID("own").algorithm(JWSAlgorithm.ES256).generate();
    Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
    Files.writeString(natsKey(), "00".repeat(Pseudonyms.KEY_BYTES));
    Files.setPosixFilePermissions(natsKey(), PosixFilePermissions.fromString("rw-------"));
    Files.write(
        folder.resolve("todo.txt"),
        IntStream.range(0, TASKS).mapToObj(i -> "Task " + i + " min:5").toList());
    for (int i = 0; i < size; i++) {
      ProcessBuilder serve = command(i);
      if (isBridged) {
        bridge(serve);
      }
      hosts.add(new ClusterHost(serve));
    }
  }

  /** The same without NATS. */
  static Cluster alone(Path folder, int size) throws Exception {
    return new Cluster(folder, size, false);
  }

  private Path natsKey() {
    return folder.resolve("nats.key");
  }

  private void bridge(ProcessBuilder serve) throws IOException {
    Cable cable = new Cable(nats.port());
    cables.add(cable);
    serve.command().addAll(List.of("--nats", "nats://127.0.0.1:" + cable.port()));
    serve.command().addAll(List.of("--nats-key", natsKey().toString()));
  }

  private ProcessBuilder command(int number) {
    ProcessBuilder serve = process("serve");
    serve.command().addAll(List.of("--tasks", folder.resolve("todo.txt").toString()));
    serve.command().addAll(List.of("--data-dir", folder.resolve("data" + number).toString()));
    serve.command().addAll(List.of("--issuer", ISSUER, "--client-id", CLIENT));
    serve.command().addAll(List.of("--token-keys", folder.resolve("keys.json").toString()));
    serve.command().addAll(List.of("--staff", VIEWER + "=viewer"));
    return serve;
  }

  private ProcessBuilder process(String verb) {
    ProcessBuilder process = new ProcessBuilder(jvm.command(Main.class, verb, "--habits"));
    process.environment().putAll(storage.environment());
    return process.redirectError(Redirect.appendTo(folder.resolve("stderr.txt").toFile()));
  }

  List<ClusterHost> hosts() {
    return hosts;
  }

  /** Those that nothing has befallen. */
  List<ClusterHost> well() {
    return hosts.stream().filter(host -> !host.troubles().areNow()).toList();
  }

  PostgresStorage storage() {
    return storage;
  }

  /** What is in the storage, for who looks without a server. */
  Database database() {
    return PostgresDatabase.at(storage.environment().get("OO_DATABASE"), storage.environment());
  }

  NatsServer nats() {
    return nats;
  }

  /** The way of {@code host} to NATS. */
  Cable cable(ClusterHost host) {
    return cables.get(hosts.indexOf(host));
  }

  /** What a program carries that asks for {@code subject}. */
  String token(String subject) {
    return tokens.computeIfAbsent(subject, this::sign);
  }

  private String sign(String subject) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(CLIENT)
            .subject(subject)
            .notBeforeTime(Date.from(now.minusSeconds(5)))
            .expirationTime(Date.from(now.plus(Duration.ofHours(3))))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("own").build(), claims);
    try {
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How {@code host} stands: the row up to which it has learned, and the state. */
  JsonNode standing(ClusterHost host) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(host.address().resolve("v1/admin/policy"))
            .header("Authorization", "Bearer " + token(VIEWER))
            .build();
    return Client.json(http.send(request, BodyHandlers.ofString()));
  }

  /** How all of them stand once they have learned the same. */
  JsonNode agreement() {
    List<JsonNode> all = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              all.clear();
              for (ClusterHost host : hosts) {
                all.add(standing(host));
              }
              assertThat(all.stream().map(each -> each.path("seq").asLong(-1)).distinct())
                  .hasSize(1);
            });
    assertThat(all.stream().map(each -> each.path("stateHash").asText()).distinct()).hasSize(1);
    return all.get(0);
  }

  /** What another process says that learns all of the log again. */
  String rebuilt() {
    return Shell.run(process("rebuild"));
  }

  @Override
  public void close() throws IOException {
    hosts.forEach(ClusterHost::close);
    for (Cable cable : cables) {
      cable.close();
    }
    nats.close();
    storage.close();
  }
}
