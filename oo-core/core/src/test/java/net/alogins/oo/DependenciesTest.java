package net.alogins.oo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library brings nothing with it. */
class DependenciesTest {

  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?</dependency>");

  private static ModuleDescriptor module() throws IOException {
    try (InputStream in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }

  @Test
  void at_run_time_it_needs_the_jdk_alone() throws IOException {
    assertThat(module().requires())
        .filteredOn(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
        .extracting(Requires::name)
        .containsExactly("java.base");
  }

  @Test
  void at_compile_time_it_needs_annotations_alone() throws IOException {
    assertThat(module().requires())
        .filteredOn(requires -> requires.modifiers().contains(Requires.Modifier.STATIC))
        .extracting(Requires::name)
        .containsExactly("org.jspecify");
  }

  @Test
  void the_engine_is_not_exported() throws IOException {
    assertThat(module().exports())
        .extracting(ModuleDescriptor.Exports::source)
        .contains("net.alogins.oo")
        .doesNotContain("net.alogins.oo.internal");
  }

  @Test
  void nothing_is_handed_on_to_who_depends_on_it() throws IOException {
    for (String pom : List.of("pom.xml", "../../pom.xml")) {
      assertThat(dependencies(Files.readString(Path.of(pom))))
          .isNotEmpty()
          .allMatch(dependency -> dependency.matches("(?s).*<scope>(test|provided)</scope>.*"));
    }
  }

  /** Those that apply, not those that only pin a version. */
  private static List<String> dependencies(String pom) {
    String applying = pom.replaceAll("(?s)<(dependencyManagement|build|profiles)>.*?</\\1>", "");
    return DEPENDENCY.matcher(applying).results().map(MatchResult::group).toList();
  }
}
