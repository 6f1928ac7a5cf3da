package net.alogins.oo.signal;

import java.util.UUID;

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

  static ConnectionId random() {
    return new ConnectionId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
