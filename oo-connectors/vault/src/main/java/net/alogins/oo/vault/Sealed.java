package net.alogins.oo.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A secret that nobody can read without the master keys, or change unnoticed.
 *
 * <p>The bytes are those of Tink: the byte 1, the id of the key (4 bytes, the highest first), and
 * what the key's algorithm makes.
 */
public final class Sealed {

  private static final byte VERSION = 1;
  private static final int PREFIX = 5;

  private final byte[] bytes;

  private Sealed(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The one of these bytes, whatever they are: whether they can be opened is seen then. */
  public static Sealed of(byte[] bytes) {
    return new Sealed(bytes.clone());
  }

  /** Its bytes, which a store keeps. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The id of the key that it names. */
  OptionalInt key() {
    return bytes.length < PREFIX || bytes[0] != VERSION
        ? OptionalInt.empty()
        : OptionalInt.of(ByteBuffer.wrap(bytes).getInt(1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "sealed, " + bytes.length + " bytes";
  }
}
