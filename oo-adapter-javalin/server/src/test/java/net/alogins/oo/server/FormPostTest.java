package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.identity.ClientSecret;
import net.alogins.oo.identity.IdentityProvider;
import net.alogins.oo.identity.IdentityProvider.Answer;
import net.alogins.oo.identity.Idp;
import net.alogins.oo.server.Browser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that answers by a form, as Apple does. */
class FormPostTest {

  private static final String HOST = "oo.example.com";
  private static final String[] FROM_PROVIDER = {
    "Content-Type: application/x-www-form-urlencoded",
    "Origin: https://appleid.apple.com",
    "Sec-Fetch-Site: cross-site"
  };

  @TempDir private Path directory;
  private Idp idp;
  private Server server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    idp = Idp.start();
    Path tasks = Files.writeString(directory.resolve("todo.txt"), "Water the plants\n");
    IdentityProvider provider =
        new IdentityProvider(
            idp.issuer(), Idp.CLIENT, ClientSecret.of(Idp.SECRET), Answer.FORM_POST);
    Access access =
        new Access(
            Optional.of(provider),
            Optional.of(URI.create("https://" + HOST)),
            new People(Set.of("*"), Map.of()));
    Place place = Place.in(new DataDirectory(directory.resolve("data")));
    Settings settings =
        new Settings(place, 0, List.of(tasks), false, access, Systems.NONE, Duration.ZERO);
    server = Guice.createInjector(new ServerModule(settings)).getInstance(Server.class);
    address = URI.create(server.start());
  }

  @AfterEach
  void stop() {
    try (Server stopped = server) {
      assertThat(stopped.drain()).isTrue();
    }
    idp.close();
  }

  private String form(Browser browser) throws IOException {
    Page away = browser.get("/login");
    assertThat(away.header("Set-Cookie").orElseThrow())
        .matches("__Host-oo-login=.*; HttpOnly; SameSite=None; Secure");
    Map<String, String> asked = Idp.parameters(away.location().getRawQuery());
    assertThat(asked).containsEntry("response_mode", "form_post");
    return "state=" + asked.get("state") + "&code=" + idp.code(asked, "ada");
  }

  @Test
  void its_form_signs_in() throws IOException {
    Browser ada = new Browser(address, HOST);

    Page home = ada.post(SignIn.CALLBACK, form(ada), FROM_PROVIDER);

    assertThat(home.status()).isEqualTo(303);
    assertThat(home.location()).hasToString("/");
    assertThat(home.headers("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches("__Host-oo=[^;]+; .*; SameSite=Lax; Secure"));
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
  }

  @Test
  void a_login_by_a_form_ends_the_session_before_it() throws IOException {
    Browser ada = new Browser(address, HOST);
    ada.post(SignIn.CALLBACK, form(ada), FROM_PROVIDER);
    Browser old = new Browser(address, HOST);
    old.cookies.putAll(ada.cookies);
    assertThat(old.get("/v1/tips/current").status()).isEqualTo(200);

    ada.post(SignIn.CALLBACK, form(ada), FROM_PROVIDER);

    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
    assertThat(old.get("/v1/tips/current").status()).isEqualTo(401);
  }

  @Test
  void its_form_in_another_browser_signs_nobody_in() throws IOException {
    String form = form(new Browser(address, HOST));
    Browser victim = new Browser(address, HOST);

    assertThat(victim.post(SignIn.CALLBACK, form, FROM_PROVIDER).status()).isEqualTo(403);
    assertThat(victim.cookies).isEmpty();
  }

  @Test
  void no_other_form_of_another_page_is_taken() throws IOException {
    Browser ada = new Browser(address, HOST);
    ada.post(SignIn.CALLBACK, form(ada), FROM_PROVIDER);

    assertThat(ada.post(SignIn.LOGOUT, "", FROM_PROVIDER).status()).isEqualTo(403);
    assertThat(ada.post(SignIn.LOGIN, "", FROM_PROVIDER).status()).isEqualTo(403);
    assertThat(ada.post("/v1/tips", "{}", FROM_PROVIDER).status()).isEqualTo(403);
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
  }

  @Test
  void a_form_without_end_is_not_read() throws IOException {
    Browser ada = new Browser(address, HOST);
    String endless = form(ada) + "&more=" + "x".repeat(2_000_000);

    assertThat(ada.post(SignIn.CALLBACK, endless, FROM_PROVIDER).status()).isEqualTo(413);
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"; filename=\"x\"\r\nContent-Type: application/octet-stream", ""})
  void a_form_of_parts_is_refused_before_a_part_is_read(String kind) throws IOException {
    String part = "--x\r\nContent-Disposition: form-data; name=\"more\"" + kind + "\r\n\r\n";
    try (Journal journal = Journal.open()) {
      Set<Path> before = parts();

      Page page =
          new Browser(address, HOST)
              .post(
                  SignIn.CALLBACK,
                  part + "x".repeat(5_000),
                  "Content-Type: multipart/form-data; boundary=x");

      assertThat(page.status()).isEqualTo(415);
      assertThat(page.body()).contains("content type must");
      assertThat(parts()).isEqualTo(before);
      assertThat(journal.warnings()).isEmpty();
    }
  }

  /** What Jetty keeps of parts, in the folder that all processes of this machine share. */
  private static Set<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).contains("part"))
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, a=b, 415",
    "application/json, {}, 415",
    "application/x-www-form-urlencoded-not, a=b, 415",
    "application/x-www-form-urlencoded;charset=nothing, a=b, 415",
    "application/x-www-form-urlencoded; charset=UTF-8, a=b, 403",
    "application/x-www-form-urlencoded, a=%zz, 403",
    "application/x-www-form-urlencoded, %, 403"
  })
  void a_form_that_is_none_is_the_senders_fault(String type, String form, int status)
      throws IOException {
    try (Journal journal = Journal.open()) {
      Page page = new Browser(address, HOST).post(SignIn.CALLBACK, form, "Content-Type: " + type);

      assertThat(page.status()).isEqualTo(status);
      assertThat(page.header("Content-Type")).contains("application/problem+json");
      assertThat(new Browser(address, HOST).get(SignIn.CALLBACK + "?a=%zz").status())
          .isLessThan(500);
      assertThat(journal.warnings()).isEmpty();
    }
  }

  @Test
  void while_the_provider_is_away_that_is_told_once() throws IOException {
    String form = form(new Browser(address, HOST));
    idp.close();
    try (Journal journal = Journal.open()) {
      for (int i = 0; i < 3; i++) {
        Browser browser = new Browser(address, HOST);
        String state = Idp.parameters(browser.get("/login").location().getRawQuery()).get("state");
        Page page = browser.post(SignIn.CALLBACK, "code=x&state=" + state, FROM_PROVIDER);
        assertThat(page.status()).isEqualTo(503);
      }

      assertThat(form).isNotEmpty();
      assertThat(journal.warnings()).hasSize(1);
    }
  }

  @Test
  void strangers_are_told_apart_by_what_the_proxy_says_and_nothing_before() throws IOException {
    assertThat(untilRefused("/v1/tips/current", "6.6.6.6, 192.0.2.1")).isPositive();
    assertThat(get("/v1/tips/current", "7.7.7.7, 192.0.2.1").status()).isEqualTo(429);
    assertThat(get("/v1/tips/current", "192.0.2.2").status()).isEqualTo(401);
    assertThat(untilRefused("/login", "6.6.6.6, 192.0.2.1")).isGreaterThanOrEqualTo(100);
    Page refused = get("/login", "192.0.2.1");
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(refused.headers("Set-Cookie")).isEmpty();
    assertThat(get(SignIn.CALLBACK, "192.0.2.1").status()).isEqualTo(429);
    assertThat(get("/login", "192.0.2.2").status()).isEqualTo(303);
  }

  @Test
  void who_comes_past_the_proxy_is_who_they_are_and_whom_nobody_knows_is_not_limited()
      throws IOException {
    String self = "127.0.0.1:" + address.getPort();
    for (int i = 0; i < 40; i++) {
      assertThat(new Browser(address, HOST).get("/v1/tips/current").status()).isEqualTo(401);
    }

    assertThat(
            IntStream.range(0, 400)
                .map(i -> status(self, "/v1/tips/current", "192.0.2." + i % 200))
                .anyMatch(status -> status == 429))
        .isTrue();
  }

  /** How often {@code path} was answered before it was refused. */
  private int untilRefused(String path, String from) {
    for (int i = 0; i < 1_000; i++) {
      if (status(HOST, path, from) == 429) {
        return i;
      }
    }
    return -1;
  }

  private int status(String host, String path, String from) {
    try {
      return new Browser(address, host).get(path, "X-Forwarded-For: " + from).status();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Page get(String path, String from) throws IOException {
    return new Browser(address, HOST).get(path, "X-Forwarded-For: " + from);
  }

  @Test
  void a_provider_that_hangs_keeps_a_few_waiting_and_nobody_else() throws Exception {
    List<Callable<Page>> ends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Browser browser = new Browser(address, HOST);
      String form = form(browser);
      ends.add(() -> browser.post(SignIn.CALLBACK, form, FROM_PROVIDER));
    }
    ExecutorService together = Executors.newFixedThreadPool(20);
    CompletionService<Page> ended = new ExecutorCompletionService<>(together);
    idp.hang();
    try {
      ends.forEach(ended::submit);
      for (int i = 0; i < 12; i++) {
        Page page = ended.take().get();
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("fewer at once");
        assertThat(page.header("Retry-After")).isPresent();
        assertThat(page.headers("Set-Cookie")).isEmpty();
      }
      assertThat(ended.poll()).isNull();
      assertThat(new Browser(address, HOST).get("/login").status()).isEqualTo(303);
      idp.goOn();
      for (int i = 0; i < 8; i++) {
        assertThat(ended.take().get().status()).isEqualTo(303);
      }
    } finally {
      idp.goOn();
      together.shutdownNow();
    }
  }
}
