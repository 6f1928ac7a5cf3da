package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.alogins.oo.policy.FeatureSchema;
import org.junit.jupiter.api.Test;

class MeaningsBuilderTest {

  @Test
  void the_schema_says_who_says_it() {
    FeatureSchema schema = Meanings.none("embedder").features().schema();

    assertThat(schema.fingerprint())
        .isEqualTo(0x59F3EE550AC0ABDCL)
        .isNotEqualTo(Meanings.none("another").features().schema().fingerprint());
    assertThat(schema.columns()).contains("meaning=by embedder", "meaning=7");
  }

  @Test
  void what_is_wrong_is_named() {
    Meanings.Builder builder = Meanings.by(new Dictionary());

    assertThatThrownBy(() -> builder.store(new InMemoryMeaningStore(), new byte[31]))
        .hasMessage("key of meanings must be 32 bytes but was 31");
    assertThatThrownBy(() -> new Embeddings.Vectors("", List.of()))
        .hasMessage("model must be 1 to 128 characters, none of them 0, but was ''");
    assertThatThrownBy(() -> builder.titles(0))
        .hasMessage("titles in memory must be at least 1 but were 0");
    assertThatThrownBy(() -> builder.textsADay(0))
        .hasMessage("texts a day must be at least 1 but were 0");
  }
}
