package net.alogins.oo.todoist;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.todoist.FakeWire.Answer;

/** How {@link FakeTodoist} hands out tokens to its one application, and takes them back. */
final class FakeOAuth {

  private final FakeWire wire;
  private final FakeTokens tokens;
  private final URI callback;
  private volatile boolean isRefreshable = true;
  private volatile boolean isAgreeing = true;

  FakeOAuth(FakeWire wire, FakeTokens tokens, URI callback) {
    this.wire = wire;
    this.tokens = tokens;
    this.callback = callback;
  }

  void handOutLastingTokens() {
    isRefreshable = false;
  }

  void refuseConsent() {
    isAgreeing = false;
  }

  /** Where somebody is sent who was asked whether they agree; nowhere from a stranger. */
  Optional<URI> authorize(URI asked, FakeAccount who) {
    Map<String, String> parameters = FakeWire.query(asked);
    boolean mayWrite = parameters.getOrDefault("scope", "").contains("data:read_write");
    String outcome = isAgreeing ? "code=" + tokens.code(who, mayWrite) : "error=access_denied";
    String state = parameters.getOrDefault("state", "");
    return FakeTodoist.CLIENT.equals(parameters.get("client_id"))
        ? Optional.of(URI.create(callback + "?" + outcome + "&state=" + state))
        : Optional.empty();
  }

  Answer token(Map<?, ?> asked) {
    if (!FakeTodoist.CLIENT.equals(asked.get("client_id"))
        || !FakeTodoist.SECRET.equals(asked.get("client_secret"))) {
      return new Answer(401, Map.of("error", "invalid_client"));
    }
    Optional<Map<String, Object>> handed =
        "refresh_token".equals(asked.get("grant_type"))
            ? tokens.refresh(String.valueOf(asked.get("refresh_token")))
            : tokens.exchange(String.valueOf(asked.get("code")), isRefreshable);
    return handed
        .map(some -> wire.ok("token", some))
        .orElseGet(() -> new Answer(400, Map.of("error", "invalid_grant")));
  }

  Answer revoke(String let, Map<?, ?> asked) {
    byte[] pair = (FakeTodoist.CLIENT + ":" + FakeTodoist.SECRET).getBytes(StandardCharsets.UTF_8);
    if (!let.equals("Basic " + Base64.getEncoder().encodeToString(pair))) {
      return new Answer(401, Map.of("error", "invalid_client"));
    }
    tokens.revoke(String.valueOf(asked.get("token")));
    return new Answer(200, Map.of());
  }
}
