package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A language model is where the operator says, and nowhere else. */
class CloudTest {

  private static final String CLOUD = "anthropic";

  private final List<Path> classes = Jvm.usual().classes();

  private static boolean isOurs(Path entry) {
    return entry.toString().matches(".*/oo-[^/]*\\.jar|.*/target/classes");
  }

  /** What is in a jar or a folder, and names such a cloud: by a file's name or in its bytes. */
  private static Set<String> naming(Path entry, String cloud) throws IOException {
    Set<String> found = new TreeSet<>();
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          look(file.toString(), Files.readAllBytes(file), isOurs(entry), cloud, found);
        }
      }
    } else if (Files.exists(entry)) {
      try (JarFile jar = new JarFile(entry.toFile())) {
        for (JarEntry file : jar.stream().filter(each -> !each.isDirectory()).toList()) {
          try (InputStream in = jar.getInputStream(file)) {
            look(file.getName(), in.readAllBytes(), isOurs(entry), cloud, found);
          }
        }
      }
    }
    return found;
  }

  private static void look(
      String name, byte[] bytes, boolean isOurs, String cloud, Set<String> found) {
    boolean isNamed = name.toLowerCase(Locale.ROOT).contains(cloud);
    String text = isOurs ? new String(bytes, StandardCharsets.ISO_8859_1) : "";
    if (isNamed || text.toLowerCase(Locale.ROOT).contains(cloud)) {
      found.add(name);
    }
  }

  @Test
  void no_class_that_serves_knows_of_a_model_in_a_cloud() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path entry : classes) {
      found.addAll(naming(entry, CLOUD));
    }

    assertThat(found).isEmpty();
  }

  @Test
  void the_look_finds_what_is_there() throws IOException {
    List<Path> ours = new ArrayList<>(classes);
    ours.removeIf(entry -> !isOurs(entry));
    Set<String> found = new TreeSet<>();
    for (Path entry : ours) {
      found.addAll(naming(entry, "oo_llm_key"));
    }

    assertThat(found).isNotEmpty();
  }
}
