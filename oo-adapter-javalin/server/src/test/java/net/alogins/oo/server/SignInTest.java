package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.alogins.oo.identity.Idp;
import net.alogins.oo.server.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  @TempDir private static Path directory;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = GuardedServer.in(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void from_nobody_to_somebody_and_back() throws IOException {
    Browser ada = server.browser();
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(401);

    Map<String, String> asked = server.go(ada);
    Page home = ada.get(server.back(asked, "ada"));

    assertThat(home.status()).isEqualTo(303);
    assertThat(home.location()).hasToString("/");
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
    assertThat(ada.postFromPage("/v1/tips", "{}").status()).isEqualTo(201);
    Map<String, String> before = Map.copyOf(ada.cookies);
    assertThat(ada.postFromPage("/logout", "").status()).isEqualTo(204);
    assertThat(ada.cookies).isEmpty();
    ada.cookies.putAll(before);
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(401);
  }

  @Test
  void people_are_kept_apart() throws IOException {
    Browser ada = server.signedIn("ada of two");
    Browser bob = server.signedIn("bob of two");
    ada.postFromPage("/v1/tips", "{}");

    assertThat(ada.get("/v1/tips").body()).contains("\"id\"");
    assertThat(bob.get("/v1/tips").body()).doesNotContain("\"id\"");
  }

  @Test
  void the_cookies_are_for_this_server_alone() throws IOException {
    Browser ada = server.browser();
    Page away = ada.get("/login");
    Map<String, String> asked = Idp.parameters(away.location().getRawQuery());
    Page home = ada.get(server.back(asked, "ada"));

    assertThat(away.header("Set-Cookie").orElseThrow())
        .matches("oo-login=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
    assertThat(home.headers("Set-Cookie"))
        .anyMatch(c -> c.matches("oo-login=; Path=/; Max-Age=0; .*"))
        .anyMatch(
            c ->
                c.matches("oo=[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax"));
    assertThat(home.header("Cache-Control")).contains("no-store");
    assertThat(away.header("Cache-Control")).contains("no-store");
  }

  @Test
  void a_session_has_a_new_id_after_each_login_and_the_old_one_ends() throws IOException {
    Browser ada = server.signedIn("ada");
    Browser old = server.browser();
    old.cookies.putAll(ada.cookies);

    ada.get(server.back(server.go(ada), "ada"));

    assertThat(ada.cookies.get("oo")).isNotEqualTo(old.cookies.get("oo"));
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
    assertThat(old.get("/v1/tips/current").status()).isEqualTo(401);
  }

  @Test
  void a_planted_id_is_never_a_session() throws IOException {
    Browser victim = server.browser();
    victim.cookies.put("oo", "x".repeat(43));
    victim.get(server.back(server.go(victim), "victim"));
    Browser planter = server.browser();
    planter.cookies.put("oo", "x".repeat(43));

    assertThat(victim.get("/v1/tips/current").status()).isEqualTo(200);
    assertThat(planter.get("/v1/tips/current").status()).isEqualTo(401);
  }

  @Test
  void a_login_in_another_browser_is_refused() throws IOException {
    Browser mallory = server.browser();
    String link = server.back(server.go(mallory), "mallory");
    Browser victim = server.browser();

    assertRefused(victim, victim.get(link));
    assertRefused(mallory, mallory.get(link));
  }

  @Test
  void a_login_is_ended_once() throws IOException {
    Browser ada = server.browser();
    String link = server.back(server.go(ada), "ada");
    Map<String, String> before = Map.copyOf(ada.cookies);
    ada.get(link);
    Browser again = server.browser();
    again.cookies.putAll(before);

    assertRefused(again, again.get(link));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login/callback",
        "/login/callback?error=access_denied",
        "/login/callback?code=x&state=y",
        "/login/callback?code=x&code=y&state=z&state=z",
        "/login/callback?id_token=x&state=y"
      })
  void what_no_provider_sent_is_refused(String path) throws IOException {
    Browser ada = server.browser();
    server.go(ada);

    assertRefused(ada, ada.get(path));
  }

  private static void assertRefused(Browser browser, Page page) throws IOException {
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("oo="));
    assertThat(browser.get("/v1/tips/current").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next=https://evil.example",
        "redirect_uri=https://evil.example",
        "return_to=//evil.example",
        "url=/%5cevil.example"
      })
  void nobody_is_sent_elsewhere(String query) throws IOException {
    Browser ada = server.browser();
    Page away = ada.get("/login?" + query);
    Map<String, String> asked = Idp.parameters(away.location().getRawQuery());
    Page home = ada.get(server.back(asked, "ada") + "&" + query);

    assertThat(away.location().toString()).doesNotContain("evil");
    assertThat(asked.get("redirect_uri"))
        .isEqualTo(server.address().resolve("/login/callback") + "");
    assertThat(home.location()).hasToString("/");
  }

  @Test
  void who_comes_by_another_name_is_sent_to_the_one_that_people_come_back_to() throws IOException {
    String localhost = "localhost:" + server.address().getPort();

    Page away = new Browser(server.address(), localhost).get("/login");

    assertThat(away.location()).isEqualTo(server.address().resolve("/login"));
    assertThat(away.headers("Set-Cookie")).isEmpty();
  }

  @Test
  void nobody_can_end_a_login_by_a_form_where_the_provider_sends_none() throws IOException {
    Browser ada = server.browser();
    String form = server.back(server.go(ada), "ada").replaceFirst(".*[?]", "");

    Page page =
        ada.post(
            "/login/callback",
            form,
            "Content-Type: application/x-www-form-urlencoded",
            "Origin: https://evil.example",
            "Sec-Fetch-Site: cross-site");

    assertRefused(ada, page);
  }

  private static String origin() {
    return "Origin: http://" + server.address().getAuthority();
  }

  @Test
  void what_a_foreign_page_can_send_changes_nothing() throws IOException {
    Browser ada = server.signedIn("ada of the foreign page");
    List<List<String>> forged =
        List.of(
            List.of(),
            List.of("X-OO: page"),
            List.of("Sec-Fetch-Site: same-origin"),
            List.of(origin()),
            List.of(origin(), "Sec-Fetch-Site: cross-site", "X-OO: page"),
            List.of(origin(), "Sec-Fetch-Site: same-site", "X-OO: page"),
            List.of(origin(), "Sec-Fetch-Site: none"),
            List.of("Origin: null", "X-OO: page"),
            List.of("Origin: https://evil.example", "X-OO: page"),
            List.of(origin(), "X-OO: page", "X-HTTP-Method-Override: DELETE"));
    for (List<String> headers : forged) {
      String[] all = headers.toArray(String[]::new);
      assertThat(ada.post("/v1/tips", "{}", with(Browser.json(), all)).status()).isEqualTo(403);
      assertThat(ada.post("/logout", "", all).status()).isEqualTo(403);
    }

    assertThat(ada.get("/v1/tips").body()).doesNotContain("\"id\"");
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
  }

  private static String[] with(String first, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  @Test
  void a_form_that_looks_like_json_is_refused() throws IOException {
    Browser ada = server.signedIn("ada of the form");

    assertThat(
            ada.post("/v1/tips", "{}", "Content-Type: text/plain", origin(), "X-OO: page").status())
        .isEqualTo(415);
  }

  @Test
  void the_own_page_may_say_so_in_either_way() throws IOException {
    Browser ada = server.signedIn("ada of the page");

    assertThat(ada.post("/v1/tips", "{}", Browser.json(), origin(), "X-OO: page").status())
        .isEqualTo(201);
    assertThat(
            ada.post("/v1/tips", "{}", Browser.json(), origin(), "Sec-Fetch-Site: same-origin")
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_get_signs_nobody_out() throws IOException {
    Browser ada = server.signedIn("ada");

    assertThat(ada.get("/logout").status()).isIn(404, 405);
    assertThat(ada.get("/logout", "X-HTTP-Method-Override: POST").status()).isEqualTo(403);
    assertThat(ada.get("/v1/tips/current").status()).isEqualTo(200);
  }

  @Test
  void who_has_signed_in_still_is_after_a_restart(@TempDir Path own) throws IOException {
    try (GuardedServer restarted = GuardedServer.in(own)) {
      Browser ada = restarted.signedIn("ada");
      Browser bob = restarted.signedIn("bob");
      Map<String, String> bobs = Map.copyOf(bob.cookies);
      bob.postFromPage("/logout", "");
      restarted.restart();
      Browser later = restarted.browser();

      later.cookies.putAll(ada.cookies);
      assertThat(later.get("/v1/tips/current").status()).isEqualTo(200);
      later.cookies.putAll(bobs);
      assertThat(later.get("/v1/tips/current").status()).isEqualTo(401);
    }
  }
}
