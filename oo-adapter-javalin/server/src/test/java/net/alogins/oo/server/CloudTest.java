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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A language model is where the operator says, and nowhere else. */
class CloudTest {

  private static final String CLOUD = "anthropic";

  /** Where the judge is, which may ask one. */
  private static final String JUDGE = "alogins/oo/benchmarks";

  /** By what the judge asks; it is in a jar that serves, and nobody there uses it. */
  private static final String DOOR = "net.alogins.oo.llm.Inquiry";

  private final List<Path> classes = Jvm.usual().classes();

  private static boolean isOurs(Path entry) {
    return entry.toString().matches(".*/oo-[^/]*\\.jar|.*/target/classes");
  }

  /** What is in a jar or a folder, and has one of the words: in a file's name, or ours in it. */
  private static Set<String> naming(Path entry, List<String> words) throws IOException {
    Set<String> found = new TreeSet<>();
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            look(file.toString(), isOurs(entry) ? text(in) : "", words, found);
          }
        }
      }
    } else if (Files.exists(entry)) {
      try (JarFile jar = new JarFile(entry.toFile())) {
        for (JarEntry file : jar.stream().filter(each -> !each.isDirectory()).toList()) {
          try (InputStream in = jar.getInputStream(file)) {
            look(file.getName(), isOurs(entry) ? text(in) : "", words, found);
          }
        }
      }
    }
    return found;
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static void look(String name, String text, List<String> words, Set<String> found) {
    String all = (name + " " + text).toLowerCase(Locale.ROOT);
    if (words.stream().anyMatch(all::contains)) {
      found.add(name);
    }
  }

  @Test
  void no_class_that_serves_knows_of_a_model_in_a_cloud_or_of_the_judge() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path entry : classes) {
      found.addAll(naming(entry, List.of(CLOUD, JUDGE, JUDGE.replace('/', '.'))));
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oo-server", "oo-javalin", "oo-spring-boot", "oo-spring-boot-starter"})
  void no_module_that_serves_has_them_among_its_dependencies(String module) throws Exception {
    assertThat(Poms.read().behind(module))
        .contains("oo-core")
        .doesNotContain("oo-benchmarks")
        .noneMatch(artifact -> artifact.contains(CLOUD));
  }

  @Test
  void the_poms_of_those_that_do_not_serve_say_so() throws Exception {
    assertThat(Poms.read().behind("oo-benchmarks"))
        .contains("langchain4j-anthropic", "langchain4j-open-ai", "jackson-databind");
  }

  /** The server's class path has the plugin's and the connectors', too. */
  @ParameterizedTest
  @ValueSource(strings = {"net.alogins.oo.server", "net.alogins.oo.javalin"})
  void no_class_that_serves_leads_to_what_the_judge_asks_by(String packages) {
    assertThat(Reach.of(packages))
        .hasSizeGreaterThan(100)
        .doesNotContain(DOOR)
        .noneMatch(name -> name.contains(CLOUD) || name.contains("oo.benchmarks"));
  }

  @Test
  void what_is_led_to_is_found() {
    assertThat(Reach.of("net.alogins.oo.server"))
        .contains("net.alogins.oo.llm.Chat", "dev.langchain4j.model.openai.OpenAiChatModel");
    assertThat(Reach.of(DOOR.substring(0, DOOR.lastIndexOf('.')))).contains(DOOR);
  }

  @Test
  void the_look_finds_what_is_there() throws IOException {
    List<Path> ours = new ArrayList<>(classes);
    ours.removeIf(entry -> !isOurs(entry));
    Set<String> found = new TreeSet<>();
    for (Path entry : ours) {
      found.addAll(naming(entry, List.of("oo_llm_key")));
    }

    assertThat(found).isNotEmpty();
  }
}
