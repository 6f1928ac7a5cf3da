package net.alogins.oo.id;

/**
 * Whose installation a fact belongs to; one recommender serves one tenant.
 *
 * @param value 1 to 256 characters, not blank
 */
public record TenantId(String value) {

  public TenantId {
    Ids.checked("tenant id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
