package net.alogins.oo.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import org.junit.jupiter.api.Test;

class VolatileTailTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final UserId EVE = new UserId("eve");
  private static final int MANY = 5_000;

  private final EventLog kept = new InMemoryEventLog();

  private static Event event(UserId user, long tip) {
    return new WindowClosed(user, Instant.EPOCH, new TipId(1, tip));
  }

  private static void append(EventLog log, long from, long to) {
    LongStream.range(from, to).forEach(i -> log.append(List.of(event(i % 2 == 0 ? ADA : BOB, i))));
  }

  private static List<Long> numbers(List<Recorded> rows) {
    return rows.stream().map(Recorded::seq).toList();
  }

  @Test
  void rows_are_read_in_order_whether_they_are_written_or_not() {
    try (VolatileTail log = new VolatileTail(kept, EVE::equals)) {
      List<Recorded> told = new ArrayList<>();
      log.follow(told::addAll);
      append(log, 0, MANY);

      assertThat(log.isVolatile()).isTrue();
      assertThat(log.read(0, MANY)).isEqualTo(told).hasSize(MANY);
      assertThat(numbers(log.read(MANY - 3, 2))).containsExactly(MANY - 2L, MANY - 1L);
      assertThat(log.read(ADA, 0, MANY)).hasSize(MANY / 2);
      assertThat(log.read(EVE, 0, MANY)).isEmpty();
      assertThat(numbers(log.about(BOB, new TipId(1, 3)))).containsExactly(4L);
      assertThat(log.about(ADA, new TipId(1, 3))).isEmpty();
      assertThat(kept.read(0, MANY)).hasSizeLessThan(MANY);
    }

    assertThat(numbers(kept.read(0, MANY + 1))).hasSize(MANY).endsWith((long) MANY);
  }

  @Test
  void it_goes_on_where_the_other_log_ends() {
    append(kept, 0, 7);

    try (VolatileTail log = new VolatileTail(kept, EVE::equals)) {
      append(log, 7, 9);
      log.advance("follower", 8);

      assertThat(log.position("follower")).hasValue(8);
      assertThat(kept.position("follower")).isEmpty();
      assertThat(numbers(log.read(5, 9))).containsExactly(6L, 7L, 8L, 9L);
    }

    assertThat(numbers(kept.read(5, 9))).containsExactly(6L, 7L, 8L, 9L);
    assertThat(kept.position("follower")).hasValue(8);
  }

  @Test
  void a_row_that_the_other_log_numbers_otherwise_is_an_error() {
    VolatileTail log = new VolatileTail(kept, EVE::equals);
    append(log, 0, 2);
    append(kept, 2, 3);

    assertThatThrownBy(log::close).rootCause().hasMessage("row 1 must have that number but has 2");
  }
}
