package net.alogins.oo.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A secret of 48 letters that is in no memory unless somebody puts it there, and a way to look for
 * a third of it, as bytes or as the characters of a string.
 */
public final class Canary {

  private static final int LENGTH = 48;
  private static final int PIECE = 16;
  private static final int CHUNK = 1 << 20;
  private static final byte MASK = 0x55;

  private final byte[] masked = new byte[LENGTH];

  /** A new one. */
  public Canary() {
    new SecureRandom().nextBytes(masked);
    for (int i = 0; i < LENGTH; i++) {
      masked[i] = (byte) ('a' + Math.floorMod(masked[i], 26) ^ MASK);
    }
  }

  /** The secret itself; whoever gets it wipes it. */
  public byte[] secret() {
    byte[] secret = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      secret[i] = (byte) (masked[i] ^ MASK);
    }
    return secret;
  }

  /** Whether a piece of it is in {@code text}. */
  public boolean isIn(String text) {
    return isIn(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isIn(byte[] bytes) {
    return pieces().stream().anyMatch(piece -> contains(bytes, bytes.length, piece));
  }

  /** Whether a piece of it is in {@code file}. */
  public boolean isIn(Path file) throws IOException {
    List<byte[]> pieces = pieces();
    int overlap = 2 * PIECE;
    byte[] window = new byte[CHUNK + overlap];
    try (InputStream in = Files.newInputStream(file)) {
      int kept = 0;
      int read = in.readNBytes(window, kept, CHUNK);
      while (read > 0) {
        int length = kept + read;
        if (pieces.stream().anyMatch(piece -> contains(window, length, piece))) {
          return true;
        }
        kept = Math.min(overlap, length);
        System.arraycopy(window, length - kept, window, 0, kept);
        read = in.readNBytes(window, kept, CHUNK);
      }
      return false;
    } finally {
      pieces.forEach(piece -> Arrays.fill(piece, (byte) 0));
      Arrays.fill(window, (byte) 0);
    }
  }

  private List<byte[]> pieces() {
    byte[] secret = secret();
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < LENGTH; from += PIECE) {
      byte[] narrow = Arrays.copyOfRange(secret, from, from + PIECE);
      pieces.add(narrow);
      pieces.add(wide(narrow, 0));
      pieces.add(wide(narrow, 1));
    }
    Arrays.fill(secret, (byte) 0);
    return pieces;
  }

  /** As UTF-16, in either order of bytes. */
  private static byte[] wide(byte[] narrow, int offset) {
    byte[] wide = new byte[2 * narrow.length];
    for (int i = 0; i < narrow.length; i++) {
      wide[2 * i + offset] = narrow[i];
    }
    return wide;
  }

  private static boolean contains(byte[] bytes, int length, byte[] piece) {
    for (int at = 0; at <= length - piece.length; at++) {
      if (bytes[at] == piece[0]
          && Arrays.equals(bytes, at, at + piece.length, piece, 0, piece.length)) {
        return true;
      }
    }
    return false;
  }
}
