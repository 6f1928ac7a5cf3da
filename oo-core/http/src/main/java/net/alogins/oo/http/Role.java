package net.alogins.oo.http;

/** What somebody may do beyond what is their own; each may do what those before it may. */
public enum Role {
  /** Nothing. */
  NONE,
  /** Look at how everything stands, and at anybody's decisions. */
  VIEWER,
  /** Have it learned again what was refused, or all of it, and decisions made again. */
  OPERATOR,
  /** Everything that there is, and will be. */
  ADMIN;

  /** Whether whoever has this role may do what {@code least} is needed for. */
  boolean covers(Role least) {
    return compareTo(least) >= 0;
  }
}
