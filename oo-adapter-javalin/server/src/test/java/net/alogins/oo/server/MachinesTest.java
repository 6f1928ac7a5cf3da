package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import net.alogins.oo.identity.Idp;
import net.alogins.oo.server.Browser.Page;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinesTest {

  @TempDir private Path directory;

  private static ECKey key() throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID("own").algorithm(JWSAlgorithm.ES256).generate();
  }

  private Path file(ECKey key) throws Exception {
    return Files.writeString(
        directory.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
  }

  /** The header of a program that asks for {@code subject}. */
  private static String token(ECKey key, String issuer, String subject) throws Exception {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(Idp.CLIENT)
            .subject(subject)
            .notBeforeTime(Date.from(now.minusSeconds(5)))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("own").build(), claims);
    token.sign(new ECDSASigner(key));
    return "Authorization: Bearer " + token.serialize();
  }

  @Test
  void a_program_asks_for_the_person_who_signs_in_with_a_browser() throws Exception {
    ECKey key = key();
    String keys = file(key).toString();
    try (GuardedServer server =
        GuardedServer.in(directory, "--token-keys", keys, "--allow", "ada")) {
      String adas = token(key, server.issuer(), "ada");
      Browser program = server.browser();

      assertThat(program.post("/v1/tips", "{}", Browser.json(), adas).status()).isEqualTo(201);
      assertThat(server.signedIn("ada").get("/v1/tips").body()).contains("\"id\"");
      assertThat(status(program, token(key, server.issuer(), "eve"))).isEqualTo(401);
      assertThat(status(program, token(key, server.issuer() + "/", "ada"))).isEqualTo(401);
      assertThat(status(program, token(key(), server.issuer(), "ada"))).isEqualTo(401);
      assertThat(status(program, token(key, server.issuer(), "x".repeat(256)))).isEqualTo(401);
    }
  }

  @Test
  void a_program_that_may_look_reads_the_metrics_and_nobody_else_does() throws Exception {
    ECKey key = key();
    String keys = file(key).toString();
    try (GuardedServer server =
        GuardedServer.in(directory, "--token-keys", keys, "--staff", "prometheus=viewer")) {
      Browser program = server.browser();

      Page metrics = program.get("/metrics", token(key, server.issuer(), "prometheus"));

      assertThat(metrics.status()).isEqualTo(200);
      assertThat(metrics.body()).contains("oo_decisions_decided_total 0");
      assertThat(program.get("/metrics").status()).isEqualTo(401);
      assertThat(program.get("/metrics", token(key, server.issuer(), "ada")).status())
          .isEqualTo(403);
    }
  }

  private static int status(Browser program, String token) throws Exception {
    return program.get("/v1/tips/current", token).status();
  }

  @Test
  void keys_with_a_secret_are_their_owners_alone() throws Exception {
    OctetSequenceKey secret =
        new OctetSequenceKeyGenerator(256).keyID("own").algorithm(JWSAlgorithm.HS256).generate();
    Path file =
        Files.writeString(directory.resolve("keys.json"), new JWKSet(secret).toString(false));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    String[] options = {
      "serve",
      "--issuer",
      "https://id.example.com",
      "--client-id",
      "oo",
      "--public-url",
      "http://wrong.example.com",
      "--token-keys",
      file.toString()
    };

    assertThat(Terminal.run(options).err()).contains("accessible to its owner only");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(Terminal.run(options).err()).contains("public-url must");
  }

  @Test
  void keys_that_are_none_are_refused_and_so_are_those_of_nobody() throws Exception {
    Path none = Files.writeString(directory.resolve("none.json"), "no keys");
    String data = directory.resolve("data").toString();

    Outcome malformed =
        Terminal.run(
            "serve",
            "--data-dir",
            data,
            "--issuer",
            "https://id.example.com",
            "--client-id",
            "oo",
            "--token-keys",
            none.toString());

    assertThat(malformed.exit()).isEqualTo(64);
    assertThat(malformed.err()).contains("keys must be a JWK set");
    assertThat(Terminal.run("serve", "--token-keys", file(key()).toString()).err())
        .contains("token-keys must come with an --issuer");
  }
}
