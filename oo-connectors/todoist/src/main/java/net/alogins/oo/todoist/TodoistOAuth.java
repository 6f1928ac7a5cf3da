package net.alogins.oo.todoist;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Permission;
import net.alogins.oo.signal.Secrets;

/**
 * An application that is registered with Todoist, at which people agree that oO reads their tasks.
 * Tokens that expire and tokens that do not are both fine.
 */
public final class TodoistOAuth implements Permission {

  private static final String STATE_RULE = "[A-Za-z0-9_-]{16,256}";

  private final TodoistSite site;
  private final Remote tokens;
  private final Remote api;
  private final String client;
  private final byte[] secret;

  /**
   * The application {@code client}, whose secret is {@code secret}.
   *
   * @throws IllegalArgumentException if the site must not be told secrets, or {@code http} is not
   *     as {@link net.alogins.oo.remote.Remote#client} is
   */
  public TodoistOAuth(
      TodoistSite site, HttpClient http, Clock clock, String client, String secret) {
    if (client.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("client id and secret must not be blank");
    }
    this.site = site;
    this.tokens = Remote.at(site.oauth(), http, clock);
    this.api = Remote.at(site.v1(), http, clock);
    this.client = client;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Where somebody agrees. Todoist sends them back to the address that is registered for the
   * application, with {@code code} and {@code state}.
   *
   * @param state 16 to 256 letters, digits, {@code -} and {@code _} that only they have
   * @param mayWrite whether tasks shall be completed there, and not only read
   */
  @Override
  public URI page(String state, boolean mayWrite) {
    if (!state.matches(STATE_RULE)) {
      throw new IllegalArgumentException("state must match " + STATE_RULE);
    }
    return site.oauth()
        .resolve(
            "authorize?client_id=%s&scope=%s&state=%s"
                .formatted(
                    URLEncoder.encode(client, StandardCharsets.UTF_8),
                    mayWrite ? "data:read_write" : "data:read",
                    state));
  }

  @Override
  public Secrets redeem(String code) throws ConnectorException, InterruptedException {
    TodoistTokens tokens = exchange(code);
    return Secrets.of(tokens.access(), tokens.refresh());
  }

  /**
   * The tokens for a code that somebody came back with.
   *
   * @throws ConnectorException revoked, if it is not, or no longer, a code
   */
  TodoistTokens exchange(String code) throws ConnectorException, InterruptedException {
    return tokens(Map.of("code", code));
  }

  /**
   * New tokens, among them another to refresh with.
   *
   * @throws ConnectorException revoked, if this one is not accepted any more
   */
  TodoistTokens refresh(byte[] token) throws ConnectorException, InterruptedException {
    String text = new String(token, StandardCharsets.UTF_8);
    return tokens(Map.of("grant_type", "refresh_token", "refresh_token", text));
  }

  private TodoistTokens tokens(Map<String, String> what)
      throws ConnectorException, InterruptedException {
    Map<String, String> members = new HashMap<>(what);
    members.put("client_id", client);
    members.put("client_secret", new String(secret, StandardCharsets.UTF_8));
    Answer answer = tokens.to("access_token").post(members);
    if (answer.status() == 400) {
      throw ConnectorException.revoked("code or token was not accepted");
    }
    return TodoistTokens.of(answer.accepted().json());
  }

  /** Makes a token useless (RFC 7009); one that is so already is fine. */
  void revoke(byte[] token, String kind) throws ConnectorException, InterruptedException {
    String text = new String(token, StandardCharsets.UTF_8);
    Answer answer =
        api.to("revoke").basic(client, secret).post(Map.of("token", text, "token_type_hint", kind));
    switch (answer.status()) {
      case 400, 404 -> {}
      case 401, 403 -> throw ConnectorException.malformed("client id and secret were refused");
      default -> answer.accepted();
    }
  }
}
