package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {

  private static final Key MOM = new Key(Key.digest(List.of("Call", "Mom")), 1);

  @TempDir private Path folder;

  @Test
  void a_change_that_somebody_makes_at_that_very_moment_is_kept() {
    Desk desk = new Desk(folder, "Call Mom");
    TaskFile file = new TaskFile(desk.file, desk.clock);
    AtomicInteger attempts = new AtomicInteger();

    file.edit(
        MOM,
        line -> {
          if (attempts.incrementAndGet() == 1) {
            desk.lines("Buy milk", "Call Mom");
          }
          return line.completed(LocalDate.now(desk.clock));
        });

    assertThat(attempts).hasValue(2);
    assertThat(desk.lines()).containsExactly("Buy milk", "x 2026-11-24 Call Mom");
  }

  @Test
  void a_file_that_never_holds_still_is_tried_again_later() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    TaskFile file = new TaskFile(desk.file, desk.clock);
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                file.edit(
                    MOM,
                    line -> {
                      desk.lines("Call Mom", "Task " + attempts.incrementAndGet());
                      return line.completed(LocalDate.now(desk.clock));
                    }))
        .isInstanceOf(TaskFileException.class)
        .hasMessageContaining("must stay as it is");
    assertThat(desk.lines()).containsExactly("Call Mom", "Task 5");
    assertNothingElseIn(folder, "todo.txt");
  }

  @Test
  void what_a_killed_process_left_behind_long_ago_is_taken_away() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    Path left = Files.createTempFile(folder, ".oo-", ".tmp");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path inUse = Files.createTempFile(folder, ".oo-", ".tmp");

    new TaskFile(desk.file, desk.clock)
        .edit(MOM, line -> line.completed(LocalDate.now(desk.clock)));

    assertThat(left).doesNotExist();
    assertThat(inUse).exists();
  }

  @Test
  void a_file_that_cannot_be_written_is_named() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    TaskFile file = new TaskFile(desk.file, desk.clock);

    assertThatThrownBy(
            () ->
                file.edit(
                    MOM,
                    line -> {
                      assertThat(desk.file.toFile().delete()).isTrue();
                      return line.completed(LocalDate.now(desk.clock));
                    }))
        .isInstanceOf(TaskFileException.class)
        .hasMessage("tasks file " + desk.file + " must be writable, and its folder too")
        .hasCauseInstanceOf(IOException.class);
    assertNothingElseIn(folder);
  }

  @Test
  void the_file_is_replaced_as_a_whole() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    Path link = Files.createLink(folder.resolve("old"), desk.file);

    desk.complete(desk.only().id());

    assertThat(desk.lines()).containsExactly("x 2026-11-24 Call Mom");
    assertThat(link).as("nobody wrote into the old file").hasContent("Call Mom\n");
    assertNothingElseIn(folder, "todo.txt", "old");
  }

  @Test
  void its_permissions_stay() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    Files.setPosixFilePermissions(desk.file, PosixFilePermissions.fromString("rw-rw-r--"));

    desk.complete(desk.only().id());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.file)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void a_link_stays_a_link() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path real = Files.writeString(elsewhere.resolve("list.txt"), "Call Mom\n");
    Desk desk = new Desk(folder);
    Files.createSymbolicLink(desk.file, real);

    desk.complete(desk.only().id());

    assertThat(desk.file).isSymbolicLink();
    assertThat(real).hasContent("x 2026-11-24 Call Mom\n");
    assertNothingElseIn(elsewhere, "list.txt");
  }

  private static void assertNothingElseIn(Path folder, String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(names);
    }
  }
}
