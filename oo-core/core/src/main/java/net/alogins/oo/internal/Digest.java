package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A SHA-256, or the sum of some, modulo 2^256. The digest of a set is the sum of its members'
 * (Bellare and Micciancio 1997), so that it does not depend on their order, and one member changes
 * without reading the others.
 */
record Digest(BigInteger value) {

  /** The digest of nothing, and of nobody. */
  static final Digest NONE = new Digest(BigInteger.ZERO);

  private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

  static Digest of(Frame.Content content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      content.write(
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha)));
      return new Digest(new BigInteger(1, sha.digest()));
    } catch (IOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("a state must be writable to memory", impossible);
    }
  }

  /** This one, with {@code now} instead of {@code was}. */
  Digest with(Digest was, Digest now) {
    return now.equals(was)
        ? this
        : new Digest(value.subtract(was.value).add(now.value).mod(MODULUS));
  }

  /** In hexadecimal digits, as few as it has. */
  void write(DataOutput out) throws IOException {
    out.writeUTF(value.toString(16));
  }

  static Digest read(DataInputStream in) throws IOException {
    return new Digest(new BigInteger(in.readUTF(), 16));
  }

  /** 64 hexadecimal digits. */
  String hex() {
    return "%064x".formatted(value);
  }
}
