package net.alogins.oo.signal;

import net.alogins.oo.id.UserId;

/**
 * A person's connection to another system.
 *
 * @param id which
 * @param user whose
 * @param connector the name of the connector
 * @param target where the system is, or what in it is meant; empty where there is only one. At most
 *     2,048 characters
 * @param mayWrite whether the person has allowed that tasks are completed there
 */
public record Connection(
    ConnectionId id, UserId user, String connector, String target, boolean mayWrite) {

  private static final int LONGEST_TARGET = 2048;
  private static final String NAME_RULE = "[a-z0-9-]{1,32}";

  public Connection {
    if (!connector.matches(NAME_RULE)) {
      throw new IllegalArgumentException("connector name must match " + NAME_RULE);
    }
    if (target.length() > LONGEST_TARGET) {
      throw new IllegalArgumentException(
          "connection target must be at most " + LONGEST_TARGET + " characters");
    }
  }
}
