package net.alogins.oo.policies.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.policies.Policies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scores, probabilities and states do not show which kernel computed them. */
class SameChoicesTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @BeforeAll
  static void the_processor_has_wide_vectors() {
    assumeTrue(VectorKernel.isWorthwhile(), "vectors of this processor are too narrow");
  }

  /** What {@link Choices} says in a process of its own. */
  private static List<String> said(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Choices.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @Test
  void a_process_without_the_vector_api_chooses_the_same() throws Exception {
    assertThat(Policies.kernel()).startsWith("Vector API");
    assertThat(said()).containsExactly("plain Java", Choices.fingerprint());
  }

  @Test
  void narrow_vectors_choose_the_same() throws Exception {
    assertThat(said("--add-modules=jdk.incubator.vector", "-XX:MaxVectorSize=32"))
        .containsExactly("Vector API, 256 bits", Choices.fingerprint());
  }

  @Test
  void vectors_that_are_too_narrow_to_be_of_use_are_not_used() throws Exception {
    assertThat(said("--add-modules=jdk.incubator.vector", "-XX:MaxVectorSize=16"))
        .containsExactly("plain Java", Choices.fingerprint());
  }
}
