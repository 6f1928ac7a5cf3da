package net.alogins.oo.identity;

/** How a login ended. */
public sealed interface Arrival permits Arrival.SignedIn, Arrival.Refused {

  /**
   * Somebody proved who they are.
   *
   * @param account who
   */
  record SignedIn(Account account) implements Arrival {}

  /**
   * Nobody did.
   *
   * @param rule which rule was broken; without anything of what was sent
   */
  record Refused(String rule) implements Arrival {}
}
