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
   * Makes both tokens useless. Todoist says that it has done so of tokens that are not the
   * application's, too: whether they are useless is seen by {@code look}.
   *
   * @throws ConnectorException if they are a person's own, whom alone Todoist lets do that, or
   *     there are none
   */
  void shut(Access access, TokenVault.Use<?> look) throws ConnectorException, InterruptedException {
    boolean isRefreshed = shut(access, Secret.REFRESH, "refresh_token");
    boolean isThere = shut(access, Secret.ACCESS, "access_token");
    if (!isRefreshed && (!isThere || isLetIn(access, Secret.ACCESS, look))) {
      throw ConnectorException.unavailable("only its person can revoke it", Optional.empty());
    }
  }

  private boolean shut(Access access, Secret secret, String kind)
      throws ConnectorException, InterruptedException {
    return oauth.isPresent()
        && isLetIn(
            access,
            secret,
            token -> {
              oauth.get().revoke(token, kind);
              return kind;
            });
  }

  private static boolean isLetIn(Access access, Secret secret, TokenVault.Use<?> use)
      throws ConnectorException, InterruptedException {
    try {
      access.with(secret, use);
      return true;
    } catch (ConnectorException refused) {
      if (refused.kind() != Kind.REVOKED) {
        throw refused;
      }
      return false;
    }
  }
}
