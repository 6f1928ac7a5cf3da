package net.alogins.oo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void mean_and_standard_error_are_those_of_the_textbook() {
    Sample sample = new Sample(List.of(2., 4., 4., 6.));

    assertThat(sample.mean()).isEqualTo(4);
    assertThat(sample.standardError()).isCloseTo(Math.sqrt(8. / 3 / 4), within(1e-12));
  }

  @Test
  void the_interval_is_students() {
    Sample four = new Sample(List.of(2., 4., 4., 6.));
    assertThat(four.margin() / four.standardError()).isCloseTo(3.182, within(.032));

    List<Double> twenty = new ArrayList<>(Collections.nCopies(10, 1.));
    twenty.addAll(Collections.nCopies(10, 2.));
    Sample more = new Sample(twenty);
    assertThat(more.margin() / more.standardError()).isCloseTo(2.093, within(.001));
  }

  @Test
  void one_value_has_no_error() {
    assertThat(new Sample(List.of(1.)).standardError()).isNaN();
  }
}
