package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

  private static final Situation SITUATION =
      new Situation(
          "{\"task\":\"A {{count}} $1 \\\\ task\"}", "Tuesday morning", "nothing is known");
  private static final String PLAIN = "# System\nBe kind.\n# User\n{{count}} for\n{{tasks}}\n";

  /** Where the golden files are; {@code -Doo.golden=write} writes them anew. */
  private static final Path GOLDEN = Path.of("src", "test", "resources", "oo-llm", "golden");

  @ParameterizedTest
  @ValueSource(strings = {"first-step-1", "beside-1"})
  void a_prompt_is_rendered_as_it_was_when_it_was_versioned(String version) throws IOException {
    Rendered rendered = Prompts.builtIn(List.of(version)).version(version).render(SITUATION, 3);
    String text =
        "temperature "
            + rendered.temperature()
            + "\n"
            + rendered.system()
            + "\n===\n"
            + rendered.user()
            + "\n";
    Path golden = GOLDEN.resolve(version + ".txt");
    if ("write".equals(System.getProperty("oo.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }

    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void what_is_put_into_a_slot_is_not_looked_at_again() {
    Rendered rendered = Prompt.parse("plain-1", PLAIN).render(SITUATION, 3);

    assertThat(rendered.user()).isEqualTo("3 for\n{\"task\":\"A {{count}} $1 \\\\ task\"}");
    assertThat(rendered.system()).isEqualTo("Be kind.");
    assertThat(rendered.temperature()).isEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Be kind. {{count}} {{tasks}} | prompt 'p-1' must be '# System'",
        "# System~x~# User~{{count}} | must have the slots [tasks] under # User",
        "# System~x {{tasks}}~# User~{{count}} {{tasks}} | under # System, not [tasks]",
        "# System~x~# User~{{count}} {{tasks}} {{name}} | under # User, not [name]",
        "# System~x~# User~{{count}} {{tasks}} {{ count | must close every slot that it opens",
        "---~temperature: 3~---~# System~x~# User~{{count}} {{tasks}} | a temperature of 0 to 2",
        "---~temperature: ..~---~# System~x~# User~{{count}} {{tasks}} | a number as its temperature",
      })
  void a_malformed_prompt_is_refused_by_its_name_and_the_rule(String text, String message) {
    assertThatThrownBy(() -> Prompt.parse("p-1", text.replace("~", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prompt 'p-1'")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "a@1", "a/b", "../a"})
  void a_version_is_a_plain_name(String version) {
    assertThatThrownBy(() -> Prompt.parse(version, PLAIN))
        .hasMessageContaining("must be named by 1 to 64 of a-z, 0-9, . and -");
  }

  @Test
  void a_folder_has_all_its_markdown_files(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b-1.md"), PLAIN);
    Files.writeString(folder.resolve("a-1.md"), PLAIN.replace("\n", "\r\n"));
    Files.writeString(folder.resolve("notes.txt"), "no prompt");

    assertThat(Prompts.in(folder).live()).extracting(Prompt::version).containsExactly("a-1", "b-1");
  }

  @Test
  void a_folder_without_prompts_or_with_a_broken_one_is_refused(@TempDir Path folder)
      throws IOException {
    assertThatThrownBy(() -> Prompts.in(folder)).hasMessageContaining("must have files *.md");
    assertThatThrownBy(() -> Prompts.in(folder.resolve("none")))
        .hasMessageContaining("be readable");
    Files.write(folder.resolve("a-1.md"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> Prompts.in(folder)).hasMessageContaining("be readable UTF-8");
    Files.writeString(folder.resolve("a-1.md"), "x".repeat(70_000));
    assertThatThrownBy(() -> Prompts.in(folder)).hasMessageContaining("at most 64 KiB");
  }

  @Test
  void several_live_prompts_are_different() {
    Prompt one = Prompt.parse("p-1", PLAIN);

    assertThatThrownBy(() -> new Prompts(List.of(one, one)))
        .hasMessage("prompts must be of different versions");
    assertThatThrownBy(() -> Prompts.builtIn(List.of("none-1")))
        .hasMessage("prompt 'none-1' must be one of [beside-1, first-step-1]");
  }
}
