package net.alogins.oo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Block.Side;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {

  private static final Block HOUR = new Block("hour", Side.CONTEXT, List.of("am", "pm"));
  private static final Block KIND = new Block("kind", Side.CANDIDATE, List.of("a", "b"));
  private static final long STANDARD = -6601524469609473277L;
  private static final FeatureSchema SCHEMA =
      FeatureSchema.of(List.of(HOUR, KIND), List.of(new Cross("hour", "kind")));

  @Test
  void a_full_row_is_context_then_candidate_then_crosses() {
    Slate slate =
        new Slate(
            new UserId("ada"),
            Instant.EPOCH,
            SCHEMA,
            List.of(new CandidateId("s", "1"), new CandidateId("s", "2")),
            FloatColumn.of(2, 3),
            FloatColumn.of(0, 0, 5, 7));
    double[] row = new double[SCHEMA.width()];

    SCHEMA.expand(slate, 1, row);

    assertThat(row).containsExactly(2, 3, 5, 7, 10, 14, 15, 21);
    assertThat(SCHEMA.columns())
        .startsWith("hour=am", "hour=pm", "kind=a", "kind=b", "hour=am × kind=a")
        .hasSize(8);
  }

  @Test
  void weights_fold_with_the_context_into_those_of_the_own_columns() {
    double[] weights = {1, 10, 100, 1000, .1, .2, .3, .4};
    double[] own = new double[2];

    double same = SCHEMA.fold(FloatColumn.of(2, 3), weights, own);

    assertThat(same).isEqualTo(1 * 2 + 10 * 3);
    assertThat(own).containsExactly(100 + 2 * .1 + 3 * .3, 1000 + 2 * .2 + 3 * .4);
  }

  @Test
  void columns_are_found_by_block_and_by_pair_of_blocks() {
    assertThat(SCHEMA.indicesOf(List.of("kind"))).containsExactly(2, 3);
    assertThat(SCHEMA.indicesOf(List.of("hour×kind"))).containsExactly(4, 5, 6, 7);
  }

  @Test
  void the_fingerprint_follows_names_and_order() {
    FeatureSchema swapped =
        FeatureSchema.of(List.of(KIND, HOUR), List.of(new Cross("hour", "kind")));
    FeatureSchema same = FeatureSchema.of(List.of(HOUR, KIND), List.of(new Cross("hour", "kind")));

    assertThat(same.fingerprint()).isEqualTo(SCHEMA.fingerprint());
    assertThat(swapped.fingerprint()).isNotEqualTo(SCHEMA.fingerprint());
  }

  @Test
  void a_cross_with_the_arm_is_declared_and_not_laid_out() {
    FeatureSchema armed =
        FeatureSchema.of(List.of(HOUR, KIND), List.of(new Cross("hour", Cross.ARM)));

    assertThat(armed.width()).isEqualTo(4);
    assertThat(armed.fingerprint())
        .isNotEqualTo(FeatureSchema.of(List.of(HOUR, KIND), List.of()).fingerprint());
  }

  @Test
  void a_cross_must_name_blocks_of_the_schema() {
    assertThatThrownBy(
            () -> FeatureSchema.of(List.of(HOUR, KIND), List.of(new Cross("hour", "colour"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void the_standard_schema_keeps_its_fingerprint_within_an_epoch() {
    assertThat(Features.standard().schema().fingerprint()).isEqualTo(STANDARD);
  }
}
