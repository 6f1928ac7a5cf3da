package net.alogins.oo.todoist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens and codes of {@link FakeTodoist}. */
final class FakeTokens {

  static final Duration LIFETIME = Duration.ofHours(1);
  static final Duration GRACE = Duration.ofSeconds(60);

  private static final String PERSONAL = "personal";

  private final Clock clock;
  private final Map<String, Grant> codes = new LinkedHashMap<>();
  private final Map<String, Grant> access = new LinkedHashMap<>();
  private final Map<String, Grant> refresh = new LinkedHashMap<>();
  private int issued;

  FakeTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a token is good for.
   *
   * @param family tokens of one agreement
   * @param until when it ends
   */
  record Grant(FakeAccount account, boolean mayWrite, int family, Instant until) {

    Grant until(Instant end) {
      return new Grant(account, mayWrite, family, end);
    }
  }

  private String fresh(String what) {
    issued++;
    return "%s-%d-of-these-tests".formatted(what, issued);
  }

  synchronized String personal(FakeAccount account) {
    String token = fresh(PERSONAL);
    access.put(token, new Grant(account, true, issued, Instant.MAX));
    return token;
  }

  synchronized String code(FakeAccount account, boolean mayWrite) {
    String code = fresh("code");
    codes.put(code, new Grant(account, mayWrite, issued, clock.instant().plus(GRACE)));
    return code;
  }

  synchronized Optional<Map<String, Object>> exchange(String code, boolean isRefreshable) {
    return live(Optional.ofNullable(codes.remove(code))).map(g -> hand(g, isRefreshable));
  }

  /** New tokens; the one they were had for is accepted for a while longer, and then not. */
  synchronized Optional<Map<String, Object>> refresh(String token) {
    return live(Optional.ofNullable(refresh.get(token)))
        .map(
            grant -> {
              Instant end = clock.instant().plus(GRACE);
              refresh.put(token, grant.until.isBefore(end) ? grant : grant.until(end));
              return hand(grant, true);
            });
  }

  private Map<String, Object> hand(Grant grant, boolean isRefreshable) {
    Map<String, Object> answer = new LinkedHashMap<>();
    String token = fresh("access");
    answer.put("access_token", token);
    answer.put("token_type", "Bearer");
    Instant end = isRefreshable ? clock.instant().plus(LIFETIME) : Instant.MAX;
    access.put(token, grant.until(end));
    if (isRefreshable) {
      String next = fresh("refresh");
      refresh.put(next, grant.until(Instant.MAX));
      answer.put("refresh_token", next);
      answer.put("expires_in", LIFETIME.toSeconds());
    }
    return answer;
  }

  synchronized Optional<Grant> find(String token) {
    return live(Optional.ofNullable(access.get(token)));
  }

  private Optional<Grant> live(Optional<Grant> grant) {
    return grant.filter(one -> clock.instant().isBefore(one.until));
  }

  /** Ends the agreement that a token is of; a personal one is of none. */
  synchronized void revoke(String token) {
    Optional<Grant> grant =
        Optional.ofNullable(access.get(token))
            .or(() -> Optional.ofNullable(refresh.get(token)))
            .filter(found -> !token.startsWith(PERSONAL));
    grant.ifPresent(
        ended -> {
          access.values().removeIf(other -> other.family == ended.family);
          refresh.values().removeIf(other -> other.family == ended.family);
        });
  }

  synchronized void revokeAll() {
    access.clear();
    refresh.clear();
  }
}
