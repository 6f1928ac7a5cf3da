package net.alogins.oo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Ranking;
import org.junit.jupiter.api.Test;

class DrawTest {

  private static final long GOLDEN = -884709796189649990L;

  @Test
  void a_stream_belongs_to_one_tip_one_policy_and_one_use() {
    TipId tip = new TipId(1, 2);

    assertThat(Stream.rank(tip, "a").nextLong()).isEqualTo(Stream.rank(tip, "a").nextLong());
    assertThat(
            LongStream.of(
                    Stream.rank(tip, "a").nextLong(),
                    Stream.draw(tip, "a").nextLong(),
                    Stream.rank(tip, "b").nextLong(),
                    Stream.rank(new TipId(2, 1), "a").nextLong())
                .distinct()
                .count())
        .isEqualTo(4);
  }

  @Test
  void the_stream_gives_the_same_bits_on_every_jdk() {
    Stream stream = Stream.draw(new TipId(1, 2), "standard");

    assertThat(stream.nextLong()).isEqualTo(GOLDEN);
  }

  @Test
  void what_has_no_probability_is_never_drawn() {
    Ranking ranking = Ranking.of(new double[3], new double[] {0, 1, 0});

    for (int i = 0; i < 1000; i++) {
      assertThat(Draw.from(ranking, Stream.draw(new TipId(i, i), "p"))).isEqualTo(1);
    }
  }
}
