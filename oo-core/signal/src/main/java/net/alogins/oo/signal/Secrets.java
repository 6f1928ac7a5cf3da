package net.alogins.oo.signal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What lets a connection in, on its way into the vault, where it is wiped from here. */
public final class Secrets {

  private final Optional<byte[]> access;
  private final Optional<byte[]> refresh;

  private Secrets(Optional<byte[]> access, Optional<byte[]> refresh) {
    this.access = access;
    this.refresh = refresh;
  }

  /** What is let in without any. */
  static Secrets none() {
    return new Secrets(Optional.empty(), Optional.empty());
  }

  /** A token, or a password. */
  public static Secrets of(String access) {
    return new Secrets(Optional.of(bytes(access)), Optional.empty());
  }

  /** A token that expires, and what a new one is had for. */
  public static Secrets of(String access, String refresh) {
    return new Secrets(Optional.of(bytes(access)), Optional.of(bytes(refresh)));
  }

  /** The same as bytes, which are copied. */
  public static Secrets of(byte[] access, Optional<byte[]> refresh) {
    return new Secrets(
        Optional.of(checked(access.clone())), refresh.map(bytes -> checked(bytes.clone())));
  }

  private static byte[] bytes(String secret) {
    return checked(secret.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] checked(byte[] bytes) {
    if (bytes.length < 1 || bytes.length > TokenVault.LONGEST) {
      throw new IllegalArgumentException(
          "a secret must be 1 to " + TokenVault.LONGEST + " bytes but was " + bytes.length);
    }
    return bytes;
  }

  /**
   * Puts them into {@code vault} for {@code connection}, in the place of all that it had, and wipes
   * them here, also if that fails. What new tokens are had for goes first: the others can be had by
   * it again.
   */
  public void putInto(TokenVault vault, Connection connection) {
    try {
      if (refresh.isEmpty()) {
        vault.remove(connection.id());
      }
      refresh.ifPresent(secret -> vault.put(VaultAccess.slot(connection, Secret.REFRESH), secret));
      access.ifPresent(secret -> vault.put(VaultAccess.slot(connection, Secret.ACCESS), secret));
    } finally {
      access.ifPresent(secret -> Arrays.fill(secret, (byte) 0));
      refresh.ifPresent(secret -> Arrays.fill(secret, (byte) 0));
    }
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
