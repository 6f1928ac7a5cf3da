package net.alogins.oo.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An identity provider on this machine that does what it must, except where a test has told it
 * otherwise. Nobody is asked for a password.
 */
public final class Idp implements AutoCloseable {

  /** The host's id here. */
  public static final String CLIENT = "oo";

  /** The host's secret here. */
  public static final String SECRET = "a secret of 32 characters, or so.";

  private final HttpServer http;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicInteger looksAtKeys = new AtomicInteger();
  private final Semaphore questions = new Semaphore(0);
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private volatile boolean isCareless;
  private volatile List<JWK> keys = List.of(IdToken.KEY.toPublicJWK());
  private volatile Function<IdToken, String> signing = IdToken::signed;
  private volatile Function<Map<String, Object>, Map<String, Object>> tokens = answer -> answer;

  private Idp(HttpServer http, String suffix) {
    this.http = http;
    String base = "http://127.0.0.1:" + http.getAddress().getPort();
    metadata.put("issuer", base + suffix);
    metadata.put("authorization_endpoint", base + "/authorize");
    metadata.put("token_endpoint", base + "/token");
    metadata.put("jwks_uri", base + "/keys");
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
  }

  /** Starts one. */
  public static Idp start() throws IOException {
    return start("");
  }

  /** Starts one whose name ends with {@code suffix}. */
  static Idp start(String suffix) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Idp idp = new Idp(http, suffix);
    http.createContext("/.well-known/openid-configuration", idp::tellAbout);
    http.createContext("/keys", idp::showKeys);
    http.createContext("/authorize", idp::welcome);
    http.createContext("/token", idp::exchange);
    http.start();
    return idp;
  }

  /** Its name. */
  public String issuer() {
    return (String) Objects.requireNonNull(metadata.get("issuer"));
  }

  /** What the host is here. */
  public IdentityProvider provider() {
    return IdentityProvider.at(issuer(), CLIENT, ClientSecret.of(SECRET));
  }

  void say(String name, Object value) {
    metadata.put(name, value);
  }

  void publish(JWK... published) {
    keys = List.of(published);
  }

  void sign(Function<IdToken, String> how) {
    signing = how;
  }

  void answer(Function<Map<String, Object>, Map<String, Object>> how) {
    tokens = how;
  }

  /** Gives tokens for codes to whoever brings them. */
  void beCareless() {
    isCareless = true;
  }

  /** Answers nothing more until it goes on. */
  public void hang() {
    questions.drainPermits();
    silence = new CountDownLatch(1);
  }

  /** Answers everybody who has asked meanwhile. */
  public void goOn() {
    silence.countDown();
  }

  /** Waits until somebody asks what it is. */
  void awaitQuestion() throws InterruptedException {
    questions.acquire();
  }

  int looksAtKeys() {
    return looksAtKeys.get();
  }

  /** A code for {@code subject}, who was sent with {@code asked}. */
  public String code(Map<String, String> asked, String subject) {
    String code = "code-" + given.incrementAndGet();
    Map<String, String> login = new HashMap<>(asked);
    login.put("sub", subject);
    codes.put(code, login);
    return code;
  }

  private void tellAbout(HttpExchange exchange) throws IOException {
    questions.release();
    keepSilent();
    send(exchange, 200, metadata);
  }

  private void keepSilent() {
    try {
      silence.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void showKeys(HttpExchange exchange) throws IOException {
    looksAtKeys.incrementAndGet();
    send(exchange, 200, new JWKSet(new ArrayList<>(keys)).toJSONObject(false));
  }

  /** Whoever comes here is ada, and sent back at once. */
  private void welcome(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String back =
        asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=" + code(asked, "ada");
    exchange.getResponseHeaders().set("Location", back);
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    keepSilent();
    Map<String, String> form =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    Map<String, String> login = codes.remove(form.getOrDefault("code", ""));
    if (login == null || !(isCareless || isFor(form, login)) || !isHost(exchange)) {
      send(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    IdToken token = IdToken.of(issuer(), login);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", "nothing to see here");
    answer.put("token_type", "Bearer");
    answer.put("id_token", signing.apply(token));
    send(exchange, 200, tokens.apply(answer));
  }

  private static boolean isFor(Map<String, String> form, Map<String, String> login) {
    String verifier = form.getOrDefault("code_verifier", "");
    return Secrets.hash(verifier).equals(login.get("code_challenge"))
        && Objects.equals(form.get("redirect_uri"), login.get("redirect_uri"));
  }

  private static boolean isHost(HttpExchange exchange) {
    String proof =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    return proof.startsWith("Basic ");
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> answer)
      throws IOException {
    byte[] body = JSONObjectUtils.toJSONString(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The parameters of a query or a form. */
  public static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  @Override
  public void close() {
    goOn();
    http.stop(0);
  }
}
