package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;

/** What every audit log must do. */
public abstract class AuditLogContract {

  private static final UserId ADA = new UserId("https://id.example#ada");
  private static final UserId BOB = new UserId("https://id.example#b\u00f6b");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  /** Made by a subclass. */
  protected AuditLogContract() {}

  /** A log without entries. */
  protected abstract AuditLog log();

  private static AuditAct act(String about) {
    return new AuditAct(ADA, "replay", Optional.of(BOB), about);
  }

  @Test
  void what_was_added_is_read_in_order_to_the_millisecond() {
    AuditLog log = log();
    AuditEntry first = log.append(act("one"), NOON.plusNanos(456_789));
    AuditEntry second =
        log.append(new AuditAct(ADA, "rebuild", Optional.empty(), ""), NOON.minusSeconds(1));

    assertThat(log.read(0, 10)).containsExactly(first, second);
    assertThat(log.read(1, 10)).containsExactly(second);
    assertThat(log.read(0, 1)).containsExactly(first);
    assertThat(first.at()).isEqualTo(NOON);
    assertThat(first.seq()).isEqualTo(1);
    assertThat(List.of(first.by(), first.act(), first.whose(), first.about()))
        .containsExactly(ADA.value(), "replay", BOB.value(), "one");
    assertThat(second.whose()).isEmpty();
    assertThat(log.end()).isEqualTo(second.end());
  }

  @Test
  void a_log_without_entries_is_whole() {
    assertThat(log().end()).isEqualTo(AuditEntry.End.NONE);
    assertThat(new AuditChain(log()).broken(entry -> {})).isEmpty();
  }

  @Test
  void what_many_add_at_once_is_one_chain() {
    AuditLog log = log();
    IntStream.range(0, 300).parallel().forEach(i -> log.append(act("act " + i), NOON));

    List<AuditEntry> shown = new ArrayList<>();
    assertThat(new AuditChain(log).broken(shown::add)).isEmpty();
    assertThat(shown).hasSize(300).extracting(AuditEntry::about).doesNotHaveDuplicates();
    assertThat(shown.get(299).end()).isEqualTo(log.end());
  }
}
