package net.alogins.oo.todoist;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.TokenVault;

/** What Todoist hands out when somebody has agreed. It is not told by its words. */
final class TodoistTokens {

  private final byte[] access;
  private final Optional<byte[]> refresh;

  private TodoistTokens(byte[] access, Optional<byte[]> refresh) {
    this.access = access;
    this.refresh = refresh;
  }

  static TodoistTokens of(Json answer) throws ConnectorException {
    byte[] access = checked(answer.required("access_token"));
    Optional<String> refresh = answer.text("refresh_token");
    return new TodoistTokens(
        access, refresh.isPresent() ? Optional.of(checked(refresh.get())) : Optional.empty());
  }

  private static byte[] checked(String token) throws ConnectorException {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > TokenVault.LONGEST) {
      throw ConnectorException.malformed("token must be 1 to " + TokenVault.LONGEST + " bytes");
    }
    return bytes;
  }

  /** What lets requests in. */
  byte[] access() {
    return access.clone();
  }

  /** What the next ones are had for; empty if these do not expire. */
  Optional<byte[]> refresh() {
    return refresh.map(byte[]::clone);
  }

  @Override
  public String toString() {
    return refresh.isPresent() ? "tokens that expire" : "a token that lasts";
  }
}
