package net.alogins.oo.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;

/** One event of every kind, with every field in use: the golden rows of the storage format. */
final class Facts {

  static final UserId ADA = new UserId("ada");
  static final Pseudonyms NAMES = Pseudonyms.of(new TenantId("home"), new byte[32]);

  private static final Path STORED =
      Path.of("..", "..", "oo-core", "core", "src", "test", "resources", "golden", "v1");

  private Facts() {}

  static Map<String, Recorded> all() {
    Map<String, Recorded> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(STORED)) {
      files
          .sorted()
          .forEach(file -> all.put(name(file), new Recorded(all.size() + 1, event(file))));
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
    return all;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".hex", "");
  }

  private static Event event(Path file) {
    return EventCodec.decode(ADA, hex(file));
  }

  static byte[] hex(Path file) {
    try {
      return HexFormat.of().parseHex(Files.readString(file).replaceAll("\\s", ""));
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }
}
