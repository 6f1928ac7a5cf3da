package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private static final UserId ADA = new UserId("ada");

  @Test
  void people_wait_beside_each_other_and_a_bounded_number_of_them() {
    Waiting waiting = new Waiting();
    for (int i = 0; i < Waiting.MOST_PEOPLE; i++) {
      assertThat(waiting.add(new UserId("user " + i), "one")).isTrue();
      assertThat(waiting.add(new UserId("user " + i), "one")).isTrue();
    }
    assertThat(waiting.add(ADA, "one")).isFalse();
    assertThat(waiting.next()).contains(new Waiting.Batch(new UserId("user 0"), List.of("one")));
    assertThat(waiting.add(ADA, "one")).isTrue();
    waiting.remove(ADA);
    assertThat(waiting.add(ADA, "two")).isTrue();
  }
}
