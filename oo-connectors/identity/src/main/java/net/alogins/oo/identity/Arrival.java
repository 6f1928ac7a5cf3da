package net.alogins.oo.identity;

/** How a login ended. */
public sealed interface Arrival permits Arrival.SignedIn, Arrival.Refused {

  /**
   * Somebody proved who they are.
   *
   * @param account who
   * @param kept what was given to {@link Login#begin(String)}
   */
  record SignedIn(Account account, String kept) implements Arrival {

    /** Of a login with which nothing was kept. */
    public SignedIn(Account account) {
      this(account, "");
    }
  }

  /**
   * Nobody did.
   *
   * @param rule which rule was broken; without anything of what was sent
   */
  record Refused(String rule) implements Arrival {}
}
