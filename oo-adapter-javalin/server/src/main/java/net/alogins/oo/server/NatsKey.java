package net.alogins.oo.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import net.alogins.oo.wire.Pseudonyms;

/** The file of a key of our own, such as the one that people are named with outside. */
record NatsKey(Path file) {

  /** Its usual name, in the data directory. */
  static final String NAME = "nats.key";

  /** The key, which is made when there is none. */
  byte[] bytes() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      OwnersOnly.FILE.require(file);
      return whole(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException unusable) {
      String rule = " must be a file of 64 hexadecimal digits";
      throw new Refusal(Exit.CANNOT_CREATE, file + rule, unusable);
    }
  }

  private static byte[] whole(byte[] key) {
    if (key.length != Pseudonyms.KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key must be " + Pseudonyms.KEY_BYTES + " bytes but was " + key.length);
    }
    return key;
  }

  /** As a whole or not at all: who has half a key has none. */
  private void make() throws IOException {
    byte[] fresh = new byte[Pseudonyms.KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    Path folder = file.toAbsolutePath().resolveSibling("");
    Path draft = Files.createTempFile(folder, ".oo-", ".tmp", OwnersOnly.FILE.attributes(file));
    try {
      write(draft, HexFormat.of().formatHex(fresh) + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    flush(folder);
  }

  /** Makes the new name durable; where folders are no files, it is so already. */
  private static void flush(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void write(Path draft, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
