package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant I14: memory is bounded by what the settings say, not by how much was ever learned.
 * {@code -Doo.reactions=1000000} for the full figure.
 */
class LiveSetTest {

  private static final int REACTIONS = Integer.getInteger("oo.reactions", 4_000);

  /** Per million reactions; a short run can only tell a gross leak, 4 MiB in its own time. */
  private static final double MOST_MIB = REACTIONS < 1_000_000 ? 4e6 / REACTIONS : 1;

  @TempDir private Path directory;

  /** The way is long: unlike a server, the crowd may wait for the better compiler. */
  @Test
  void what_is_alive_after_a_collection_does_not_grow_with_the_reactions() {
    List<String> crowd =
        Jvm.usual()
            .with("-Xmx256m", "-XX:TieredStopAtLevel=4")
            .command(Crowd.class, "" + REACTIONS, directory.resolve("oo.db").toString());

    String[] said =
        Shell.run(new ProcessBuilder(crowd).redirectError(Redirect.DISCARD)).strip().split(" ", -1);

    double first = Double.parseDouble(said[0]);
    double slope = Double.parseDouble(said[1]);
    System.out.printf(
        "live set: %d reactions in 256 MiB, %.1f MiB, and %.3f MiB more per million%n",
        REACTIONS, first, slope);
    assertThat(slope).isLessThan(MOST_MIB);
  }
}
