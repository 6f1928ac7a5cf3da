package net.alogins.oo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a crash leaves of a disk, and what is recovered from it. */
class DiskTest {

  private static final byte[] SYNCED = bytes("synced");
  private static final byte[] WRITTEN = bytes("only written");

  private final Faults faults = new Faults();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Journal journal(Disk disk) {
    return Journal.honest(disk, new Power(faults), faults);
  }

  private List<String> crashed(long seed) {
    Disk disk = new Disk();
    journal(disk).commit(SYNCED, () -> {});
    journal(disk).write(WRITTEN, () -> {});
    disk.crash(new SplittableRandom(seed));
    return journal(disk).recover().stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void what_was_synced_survives_and_what_was_written_does_so_whole_or_not_at_all() {
    TreeSet<Integer> survivors = new TreeSet<>();
    for (long seed = 0; seed < 200; seed++) {
      List<String> whole = crashed(seed);
      assertThat(whole).startsWith("synced").isSubsetOf("synced", "only written");
      survivors.add(whole.size());
    }

    assertThat(survivors).containsExactly(1, 2);
    assertThat(faults.counts()).containsKeys(Fault.TORN_RECORD, Fault.GARBLED_RECORD);
  }

  @Test
  void what_comes_after_a_torn_record_is_not_lost_behind_it() {
    for (long seed = 0; seed < 50; seed++) {
      Disk disk = new Disk();
      journal(disk).write(WRITTEN, () -> {});
      disk.crash(new SplittableRandom(seed));
      Journal journal = journal(disk);
      int before = journal.recover().size();
      journal.commit(SYNCED, () -> {});

      assertThat(journal(disk).recover()).hasSize(before + 1).endsWith(SYNCED);
    }
  }
}
