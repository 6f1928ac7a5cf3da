package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decision D16: the same bits in every Java. */
class BitsTest {

  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  @Test
  void other_versions_of_java_compute_the_same_bits() throws Exception {
    List<Path> others = others();
    assumeFalse(
        others.isEmpty(), "no other Java than " + version() + ": name one by OO_OTHER_JAVA_HOME");
    String here = Bits.fingerprint();

    for (Path other : others) {
      assertThat(fingerprintIn(other)).as(other.toString()).isEqualTo(here);
    }
    System.out.printf("bits: the same in Java %d and in %s%n", version(), others);
  }

  private static int version() {
    return Runtime.version().feature();
  }

  /** Of other versions that can run this, by their folders. */
  private static List<Path> others() throws IOException {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getenv("OO_OTHER_JAVA_HOME")).map(Path::of).ifPresent(homes::add);
    if (Files.isDirectory(USUAL_PLACE)) {
      try (Stream<Path> usual = Files.list(USUAL_PLACE)) {
        usual.filter(home -> !Files.isSymbolicLink(home)).forEach(homes::add);
      }
    }
    return homes.stream().filter(BitsTest::isOther).toList();
  }

  private static boolean isOther(Path home) {
    Path release = home.resolve("release");
    if (!Files.exists(home.resolve("bin/java")) || !Files.exists(release)) {
      return false;
    }
    try {
      return Files.readAllLines(release).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> Runtime.Version.parse(line.substring(14, line.length() - 1)).feature())
          .anyMatch(feature -> feature > version());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String fingerprintIn(Path home) throws Exception {
    Process process =
        new ProcessBuilder(
                home.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Bits.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
