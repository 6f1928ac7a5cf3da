package net.alogins.oo.id;

/**
 * A person, as the host knows them.
 *
 * @param value 1 to 256 characters, not blank
 */
public record UserId(String value) {

  public UserId {
    Ids.checked("user id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
