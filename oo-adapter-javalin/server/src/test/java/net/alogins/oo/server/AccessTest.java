package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.identity.ClientSecret;
import net.alogins.oo.identity.IdentityProvider;
import net.alogins.oo.server.Browser.Page;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class AccessTest {

  private static final String ISSUER = "https://id.example.com";

  private static final People EVERYBODY = new People(Set.of("*"), Map.of());

  @TempDir private Path directory;

  private Outcome serve(String... more) {
    return Terminal.serve(directory.resolve("data"), more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://oo.example.com", "https://192.168.1.2", "https://127.0.0.1.evil.example"})
  void a_public_address_without_a_login_is_refused(String url) {
    Outcome outcome = serve("--public-url", url);

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("public-url must", "--issuer");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oo.example.com",
        "http://oo.example.com",
        "https://oo.example.com/there",
        "https://me@oo.example.com",
        "https://oo.example.com?x",
        "ftp://127.0.0.1",
        "https:// x"
      })
  void a_public_address_that_is_none_is_refused(String url) {
    Outcome outcome = serve("--issuer", ISSUER, "--client-id", "oo", "--public-url", url);

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("public-url must");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.example.com",
        "http://id.example.com",
        "https://id.example.com?x",
        "https://a@b"
      })
  void an_issuer_that_is_none_is_refused(String issuer) {
    Outcome outcome = serve("--issuer", issuer, "--client-id", "oo");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("issuer must");
  }

  @ParameterizedTest
  @CsvSource({
    "--client-id, an --issuer or an --apple-key",
    "--apple-key-id, an --apple-key",
    "--apple-team-id, an --apple-key"
  })
  void an_option_that_would_do_nothing_alone_is_refused(String option, String other) {
    Outcome outcome = serve(option, "oo");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains(option.substring(2) + " must come with " + other);
  }

  @Test
  void a_file_of_token_keys_that_is_none_is_named() throws IOException {
    Path keys = Files.writeString(directory.resolve("my-keys.json"), "{");

    Outcome outcome =
        serve("--issuer", ISSUER, "--client-id", "oo", "--token-keys", keys.toString());

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("token-keys", "my-keys.json", "must be a JWK set");
  }

  @Test
  void help_names_every_option_and_where_the_secret_is() {
    assertThat(Terminal.run("serve", "--help").out())
        .contains("--issuer", "OO_ISSUER", "--client-id", "OO_CLIENT_ID", "OO_CLIENT_SECRET")
        .contains("--apple-key", "--apple-key-id", "--apple-team-id")
        .contains("--allow", "OO_ALLOW", "--public-url", "OO_PUBLIC_URL");
  }

  @Test
  void people_may_be_named_in_the_environment() {
    CommandLine line =
        Main.commandLine().setDefaultValueProvider(new Variables(Map.of("OO_ALLOW", "ada,bob")));

    ParseResult serve = line.parseArgs("serve").subcommand();

    assertThat(serve.commandSpec().findOption("--allow").<List<String>>getValue())
        .containsExactly("ada", "bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ada,,bob"})
  void a_variable_or_option_that_names_nobody_lets_nobody_in(String names) {
    CommandLine line =
        Main.commandLine().setDefaultValueProvider(new Variables(Map.of("OO_ALLOW", names)));
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err));

    assertThat(line.execute("serve", "--issuer", ISSUER, "--client-id", "oo")).isEqualTo(64);
    assertThat(err.toString()).contains("allow must name people");
    assertThat(serve("--issuer", ISSUER, "--client-id", "oo", "--allow", names).err())
        .contains("allow must name people");
  }

  @Test
  void at_a_public_address_it_is_said_who_may_and_be_it_everybody() {
    String[] options = {
      "--issuer", ISSUER, "--client-id", "oo", "--public-url", "https://oo.example.com"
    };
    assertThat(serve(options).exit()).isEqualTo(64);
    assertThat(serve(options).err()).contains("allow must name who may sign in, or be *");
    IdentityProvider google = IdentityProvider.google("oo", ClientSecret.none());
    Access access =
        new Access(Optional.of(google), Optional.of(URI.create("https://x")), EVERYBODY);

    assertThat(access.people().include("anybody")).isTrue();
    assertThat(access.notices()).hasSize(1);
    assertThatThrownBy(() -> new People(Set.of("*", "ada"), Map.of()))
        .hasMessageContaining("but was both");
  }

  @Test
  void nobody_can_be_allowed_where_nobody_signs_in() {
    assertThat(serve("--allow", "ada").err()).contains("allow must come with an --issuer");
  }

  @Test
  void an_issuer_needs_a_client() {
    Outcome outcome = serve("--issuer", ISSUER);

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("client-id must");
  }

  @Test
  void where_anybody_has_an_account_it_is_said_who_may() {
    Outcome outcome = serve("--issuer", "https://accounts.google.com", "--client-id", "oo");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("allow must", "accounts.google.com");
  }

  @Test
  void apple_needs_its_key_and_https() throws IOException {
    Path key = Files.writeString(directory.resolve("key.p8"), "no key");

    assertThat(serve("--issuer", "https://appleid.apple.com", "--client-id", "oo").err())
        .contains("apple-key must");
    assertThat(serve("--apple-key", key.toString(), "--client-id", "oo").err())
        .contains("accessible to its owner only");
    assertThat(serve("--apple-key", key + "2", "--client-id", "oo").exit()).isEqualTo(66);
    IdentityProvider apple = IdentityProvider.apple("oo", ClientSecret.of("x"));
    assertThatThrownBy(
            () ->
                new Access(
                    Optional.of(apple), Optional.empty(), new People(Set.of("ada"), Map.of())))
        .hasMessageContaining("public-url must be https://");
  }

  @Test
  void staff_is_of_those_who_may_sign_in() {
    assertThat(serve("--staff", "ada=admin").err()).contains("staff must", "--issuer");
    Outcome foreign =
        serve("--issuer", ISSUER, "--client-id", "oo", "--allow", "ada", "--staff", "bob=viewer");
    assertThat(foreign.exit()).isEqualTo(64);
    assertThat(foreign.err()).contains("staff must be among those whom --allow names");
    assertThat(serve("--staff", "ada=king").err()).contains("--staff", "king");
  }

  @ParameterizedTest
  @CsvSource({
    "https://oo.example.com, https://oo.example.com",
    "https://OO.example.com:444/, https://oo.example.com:444",
    "https://oo.example.com:443/, https://oo.example.com"
  })
  void the_origin_is_the_public_one(String url, String origin) {
    IdentityProvider any = IdentityProvider.at(ISSUER, "oo", ClientSecret.none());
    Access access = new Access(Optional.of(any), Optional.of(URI.create(url)), EVERYBODY);

    assertThat(access.origin(1)).hasToString(origin);
    assertThat(access.isSecure()).isTrue();
    assertThat(access.notices()).hasSize(1);
    assertThat(Access.OF_ONE.origin(8080)).hasToString("http://127.0.0.1:8080");
  }

  @Test
  void behind_https_the_cookies_are_of_this_host_only() throws IOException {
    try (GuardedServer server =
        GuardedServer.in(
            directory, "--public-url", "https://oo.example.com", "--allow", "ada,bob")) {
      Browser ada = new Browser(server.address(), "oo.example.com");
      Map<String, String> asked = server.go(ada);
      assertThat(asked).containsEntry("redirect_uri", "https://oo.example.com/login/callback");
      Page home = ada.get(server.back(asked, "ada"));

      assertThat(home.headers("Set-Cookie"))
          .anyMatch(
              c ->
                  c.matches(
                      "__Host-oo=[A-Za-z0-9_-]{43}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax;"
                          + " Secure"));
      assertThat(home.header("Strict-Transport-Security")).contains("max-age=31536000");
      String own = "Origin: https://oo.example.com";
      assertThat(ada.post("/v1/tips", "{}", Browser.json(), own, "X-OO: page").status())
          .isEqualTo(201);
      assertThat(ada.postFromPage("/v1/tips", "{}").status()).isEqualTo(403);
      assertThat(new Browser(server.address(), "evil.example").get("/").status()).isEqualTo(403);
      Browser eve = new Browser(server.address(), "oo.example.com");
      Page refused = eve.get(server.back(server.go(eve), "eve"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("eve");
      assertThat(eve.cookies).isEmpty();
    }
  }
}
