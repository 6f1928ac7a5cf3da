package net.alogins.oo.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A file: what was synced survives a crash; of what was only written a crash keeps any number of
 * the first bytes, and sometimes turns one of them over.
 */
final class Disk {

  private static final int ONE_IN = 3;

  private byte[] bytes = new byte[1 << 12];
  private int size;
  private int synced;

  void write(byte[] more) {
    if (size + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (size + more.length));
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void sync() {
    synced = size;
  }

  byte[] contents() {
    return Arrays.copyOf(bytes, size);
  }

  /** Cuts what follows {@code length}, durably. */
  void truncate(int length) {
    size = length;
    synced = length;
  }

  void crash(SplittableRandom random) {
    int survived = random.nextInt(size - synced + 1);
    if (survived > 0 && random.nextInt(ONE_IN) == 0) {
      survived = size - synced;
      bytes[synced + random.nextInt(survived)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    truncate(synced + survived);
  }

  /** What a disk does that lied about having synced: the last {@code most} bytes are gone. */
  void lose(int most) {
    truncate(Math.max(0, size - most));
  }
}
