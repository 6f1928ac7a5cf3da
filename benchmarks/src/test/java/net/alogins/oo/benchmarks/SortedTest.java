package net.alogins.oo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedTest {

  private static Sorted upTo(int count) {
    return Sorted.of(IntStream.rangeClosed(1, count).map(i -> count + 1 - i).asDoubleStream());
  }

  @Test
  void the_median_is_in_the_middle() {
    assertThat(upTo(5).median()).isEqualTo(3);
    assertThat(upTo(6).median()).isEqualTo(3.5);
    assertThat(Sorted.of(DoubleStream.of(7)).median()).isEqualTo(7);
  }

  @Test
  void a_percentile_has_that_much_below_it() {
    assertThat(upTo(100).percentile(.9)).isEqualTo(91);
    assertThat(upTo(100).percentile(1)).isEqualTo(100);
    assertThat(upTo(100).percentile(0)).isEqualTo(1);
  }

  /** The ranks of the sign test, as in its tables. */
  @ParameterizedTest
  @CsvSource({"5, 1, 5", "6, 1, 6", "9, 2, 8", "10, 2, 9", "12, 3, 10", "20, 6, 15", "25, 8, 18"})
  void the_median_lies_between_two_ranks(int count, double low, double high) {
    assertThat(upTo(count).low()).isEqualTo(low);
    assertThat(upTo(count).high()).isEqualTo(high);
  }

  @Test
  void ratios_are_taken_place_by_place() {
    Sorted ratios = Sorted.ratios(List.of(1., 4., 9.), List.of(2., 2., 2.));

    assertThat(ratios.percentile(0)).isEqualTo(.5);
    assertThat(ratios.median()).isEqualTo(2);
    assertThat(ratios.percentile(1)).isEqualTo(4.5);
  }
}
