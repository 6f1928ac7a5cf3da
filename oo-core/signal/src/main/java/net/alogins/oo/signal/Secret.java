package net.alogins.oo.signal;

/** The kinds of secrets that a connection has. */
public enum Secret {
  /** What lets a request in: a token, or a password. */
  ACCESS,
  /** What a new token is had for. */
  REFRESH,
}
