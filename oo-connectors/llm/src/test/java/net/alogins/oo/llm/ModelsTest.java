package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://models.example/v1",
        "ftp://localhost/v1",
        "https://user:pass@models.example/",
        "https://models.example/?key=1",
        "https:///v1",
        "v1",
      })
  void tasks_are_not_sent_in_the_clear_or_to_an_address_with_secrets(String base) {
    assertThatThrownBy(() -> Models.at(URI.create(base)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be https://…, or http://… on this machine");
  }

  @Test
  void the_key_is_in_no_words() {
    Models models = Models.at(URI.create("http://localhost:4000/v1")).key("sk-secret");

    assertThat(models.toString()).isEqualTo("tip-generator at http://localhost:4000/v1/");
  }

  @Test
  void a_key_or_an_alias_of_other_characters_is_refused_without_being_told() {
    Models models = Models.at(URI.create("http://localhost:4000/v1"));

    assertThatThrownBy(() -> models.key("sk\nsecret"))
        .hasMessage("language model key must be visible ASCII, 4,096 characters at most");
    assertThatThrownBy(() -> models.generator("a b")).hasMessageContaining("alias 'a b'");
    assertThatThrownBy(() -> models.embedder("<x>")).hasMessageContaining("alias '<x>'");
  }
}
