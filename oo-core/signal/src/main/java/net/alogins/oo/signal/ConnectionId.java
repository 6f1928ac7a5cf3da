package net.alogins.oo.signal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.alogins.oo.id.UserId;

/**
 * Which connection of a person to another system.
 *
 * @param value 1 to 64 letters, digits, {@code -} and {@code _}
 */
public record ConnectionId(String value) {

  private static final String RULE = "[A-Za-z0-9_-]{1,64}";

  public ConnectionId {
    if (!value.matches(RULE)) {
      throw new IllegalArgumentException("connection id must match " + RULE);
    }
  }

  /** One that nobody has had. */
  public static ConnectionId random() {
    return new ConnectionId(UUID.randomUUID().toString());
  }

  /** The one that {@code user} means by {@code word}, which is another one for everybody else. */
  public static ConnectionId of(UserId user, String word) {
    String both = user.value().length() + " " + user + word;
    return new ConnectionId(
        UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
