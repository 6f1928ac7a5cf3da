package net.alogins.oo.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Records one after the other on a disk: {@code length (4 bytes), CRC-32C (4 bytes), body}. */
final class Journal {

  private static final int HEAD = 2 * Integer.BYTES;

  private final Disk disk;
  private final Power power;
  private final Faults faults;
  private final boolean isCredulous;

  /**
   * @param isCredulous whether it takes the last record for whole although its checksum is wrong
   */
  Journal(Disk disk, Power power, Faults faults, boolean isCredulous) {
    this.disk = disk;
    this.power = power;
    this.faults = faults;
    this.isCredulous = isCredulous;
  }

  static Journal honest(Disk disk, Power power, Faults faults) {
    return new Journal(disk, power, faults, false);
  }

  Power power() {
    return power;
  }

  void commit(byte[] body, Runnable applied) {
    power.commit(disk, record(body), applied);
  }

  void snapshot(byte[] body, Runnable applied) {
    power.snapshot(disk, record(body), applied);
  }

  void write(byte[] body, Runnable applied) {
    power.write(disk, record(body), applied);
  }

  private static byte[] record(byte[] body) {
    return ByteBuffer.allocate(HEAD + body.length)
        .putInt(body.length)
        .putInt(checksum(body))
        .put(body)
        .array();
  }

  private static int checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }

  /** Every whole record; the disk ends after the last of them. */
  List<byte[]> recover() {
    List<byte[]> bodies = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(disk.contents());
    int whole = 0;
    Optional<byte[]> body = next(rest);
    while (body.isPresent()) {
      bodies.add(body.get());
      whole = rest.position();
      body = next(rest);
    }
    disk.truncate(whole);
    return bodies;
  }

  private Optional<byte[]> next(ByteBuffer rest) {
    if (!rest.hasRemaining()) {
      return Optional.empty();
    }
    if (rest.remaining() < HEAD) {
      return damaged(Fault.TORN_RECORD);
    }
    int length = rest.getInt();
    int checksum = rest.getInt();
    if (length < 0 || length > rest.remaining()) {
      return damaged(Fault.TORN_RECORD);
    }
    byte[] body = new byte[length];
    rest.get(body);
    if (isCredulous || checksum(body) == checksum) {
      return Optional.of(body);
    }
    return damaged(Fault.GARBLED_RECORD);
  }

  private Optional<byte[]> damaged(Fault fault) {
    faults.count(fault);
    return Optional.empty();
  }
}
