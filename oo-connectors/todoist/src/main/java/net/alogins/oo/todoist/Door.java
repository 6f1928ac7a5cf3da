package net.alogins.oo.todoist;

import java.util.Optional;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Permission;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.TokenVault;

/**
 * How calls are let in. One whose token is refused has a second try with a fresh one, if there is
 * something to have one for. The token to refresh with is kept first: it is what the others can be
 * had by again.
 *
 * @param oauth with whom tokens are refreshed; empty if with nobody
 */
record Door(Optional<TodoistOAuth> oauth) {

  <T> T let(Access access, TokenVault.Use<T> use) throws ConnectorException, InterruptedException {
    try {
      return access.with(Secret.ACCESS, use);
    } catch (ConnectorException refused) {
      if (refused.kind() != Kind.REVOKED || oauth.isEmpty()) {
        throw refused;
      }
      refresh(access, oauth.get());
    }
    return access.with(Secret.ACCESS, use);
  }

  private static void refresh(Access access, TodoistOAuth by)
      throws ConnectorException, InterruptedException {
    TodoistTokens fresh = access.with(Secret.REFRESH, by::refresh);
    fresh.refresh().ifPresent(token -> access.replace(Secret.REFRESH, token));
    access.replace(Secret.ACCESS, fresh.access());
  }

  /** How people let it in there, if they can. */
  Optional<Permission> permission() {
    return oauth.map(application -> application);
  }

  /**
   * Makes both tokens useless.
   *
   * @throws ConnectorException if they are a person's own, whom alone Todoist lets do that
   */
  void shut(Access access) throws ConnectorException, InterruptedException {
    if (oauth.isEmpty()) {
      throw ConnectorException.unavailable("only its person can revoke it", Optional.empty());
    }
    shut(access, Secret.REFRESH, "refresh_token");
    shut(access, Secret.ACCESS, "access_token");
  }

  private void shut(Access access, Secret secret, String kind)
      throws ConnectorException, InterruptedException {
    try {
      access.with(
          secret,
          token -> {
            oauth.orElseThrow().revoke(token, kind);
            return kind;
          });
    } catch (ConnectorException absent) {
      if (absent.kind() != Kind.REVOKED) {
        throw absent;
      }
    }
  }
}
