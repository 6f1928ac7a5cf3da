package net.alogins.oo.id;

/**
 * Which press of a button: a retry with the same id is the same fact.
 *
 * @param value 1 to 256 characters, not blank
 */
public record ReactionId(String value) {

  public ReactionId {
    Ids.checked("reaction id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
