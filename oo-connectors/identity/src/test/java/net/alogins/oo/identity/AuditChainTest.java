package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<AuditEntry> entries = new ArrayList<>();
  private AuditEntry.End end = AuditEntry.End.NONE;

  /** Three entries, which a test may then change behind the log's back. */
  AuditChainTest() {
    for (String about : List.of("one", "two", "three")) {
      AuditAct act = AuditAct.own(new UserId("ada"), "consent", about);
      AuditEntry entry = AuditEntry.after(end, act, NOON);
      entries.add(entry);
      end = entry.end();
    }
  }

  private Optional<String> broken() {
    return new AuditChain(new Stored()).broken(entry -> {});
  }

  private void change(int i, AuditEntry entry) {
    entries.set(i, entry);
  }

  private static AuditEntry with(AuditEntry e, long seq, Instant at, String by, String hash) {
    return new AuditEntry(seq, at, by, e.act(), e.whose(), e.about(), hash);
  }

  @Test
  void a_chain_as_it_was_written_is_whole() {
    assertThat(broken()).isEmpty();
  }

  @Test
  void hashes_are_those_of_the_bytes_that_the_reference_says() {
    assertThat(entries)
        .extracting(AuditEntry::hash)
        .containsExactly(
            "HOORiGoIkeSQloHiLlfvuAzw4kCBK3Z0xDymVKwsCGo",
            "kXL5WuRSaHHmMa4Azfi5jLbdhQ9Oem6ixWO5_2p4Yvo",
            "qZS1m5IL_oHIwqUJMcP5hAl1I-DaoF6tKAYBza6f750");
  }

  @Test
  void a_change_of_anything_in_an_entry_is_found() {
    AuditEntry two = entries.get(1);
    List<AuditEntry> changed =
        List.of(
            with(two, 2, two.at().plusMillis(1), two.by(), two.hash()),
            with(two, 2, two.at(), "adb", two.hash()),
            with(two, 2, two.at(), two.by(), entries.get(0).hash()),
            new AuditEntry(2, two.at(), two.by(), "x", two.whose(), two.about(), two.hash()),
            new AuditEntry(2, two.at(), two.by(), two.act(), "", two.about(), two.hash()),
            new AuditEntry(2, two.at(), two.by(), two.act(), two.whose(), "", two.hash()));
    for (AuditEntry each : changed) {
      change(1, each);
      assertThat(broken()).contains("entry 2 must have the hash of what is in it");
    }
  }

  @Test
  void text_cannot_move_from_one_field_to_the_next() {
    AuditEntry two = entries.get(1);
    change(1, new AuditEntry(2, two.at(), "adac", "onsent", two.whose(), two.about(), two.hash()));

    assertThat(broken()).isPresent();
  }

  @Test
  void an_entry_that_was_taken_out_is_found_wherever_it_was() {
    for (int i = 0; i < 3; i++) {
      AuditEntry gone = entries.remove(i);
      assertThat(broken()).as("without entry %d", i + 1).isPresent();
      entries.add(i, gone);
    }
    assertThat(broken()).isEmpty();
  }

  @Test
  void entries_that_changed_places_are_found_with_their_numbers_or_without() {
    Collections.swap(entries, 0, 1);
    assertThat(broken()).contains("entry 2 must be the next after entry 0");

    AuditEntry one = entries.get(0);
    AuditEntry two = entries.get(1);
    change(0, with(one, 1, one.at(), one.by(), one.hash()));
    change(1, with(two, 2, two.at(), two.by(), two.hash()));
    assertThat(broken()).contains("entry 1 must have the hash of what is in it");
  }

  @Test
  void another_end_is_found() {
    end = new AuditEntry.End(3, entries.get(0).hash());
    assertThat(broken()).isPresent();
    end = new AuditEntry.End(2, entries.get(1).hash());
    assertThat(broken())
        .contains("the log must end with entry 2, of its hash, but ends with entry 3");
  }

  @Test
  void an_entry_that_somebody_adds_without_the_hash_before_is_found() {
    AuditAct forged = AuditAct.own(new UserId("eve"), "consent", "");
    AuditEntry entry = AuditEntry.after(new AuditEntry.End(3, "guessed"), forged, NOON);
    entries.add(entry);
    end = entry.end();

    assertThat(broken()).contains("entry 4 must have the hash of what is in it");
  }

  @Test
  void an_act_says_what_it_is_and_no_more_than_fits() {
    UserId ada = new UserId("ada");
    assertThatThrownBy(() -> AuditAct.own(ada, " ", "")).hasMessageContaining("must have a name");
    assertThatThrownBy(() -> AuditAct.own(ada, "x", "y".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What somebody may have changed. */
  private final class Stored implements AuditLog {

    @Override
    public AuditEntry append(AuditAct act, Instant at) {
      throw new UnsupportedOperationException("nothing is added here");
    }

    @Override
    public List<AuditEntry> read(long seq, int limit) {
      return entries.stream().filter(entry -> entry.seq() > seq).limit(limit).toList();
    }

    @Override
    public AuditEntry.End end() {
      return end;
    }
  }
}
