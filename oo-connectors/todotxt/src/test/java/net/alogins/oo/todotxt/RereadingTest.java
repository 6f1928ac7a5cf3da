package net.alogins.oo.todotxt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import net.alogins.oo.id.CandidateId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadingTest {

  @TempDir private Path folder;

  @Test
  void an_edit_is_seen() {
    Desk desk = new Desk(folder, "Call Mom");
    assertThat(desk.titles()).containsExactly("Call Mom");

    desk.lines("Call Mom", "Buy milk");

    assertThat(desk.titles()).containsExactly("Call Mom", "Buy milk");
  }

  @Test
  void a_replacement_is_seen_even_if_it_is_as_long_and_as_old() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    assertThat(desk.titles()).containsExactly("Call Mom");
    Path other = Files.writeString(folder.resolve("other"), "Call Dad\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(desk.file));

    Files.move(other, desk.file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(desk.titles()).containsExactly("Call Dad");
  }

  @Test
  void a_second_edit_in_the_same_moment_is_seen() {
    Desk desk = new Desk(folder, "Call Mom");
    desk.written(Duration.ofMillis(10));
    assertThat(desk.titles()).containsExactly("Call Mom");

    desk.write("Call Dad\n".getBytes(UTF_8));
    desk.written(Duration.ofMillis(10));

    assertThat(desk.titles()).containsExactly("Call Dad");
  }

  @Test
  void a_file_that_did_not_change_is_not_read_again() {
    Desk desk = new Desk(folder, "Call Mom");
    TaskFile file = new TaskFile(desk.file, desk.clock);

    assertThat(file.listing()).isSameAs(file.listing());
  }

  @Test
  void while_the_file_is_away_its_last_tasks_stand_and_this_is_said_once() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    desk.candidates();
    try (Journal journal = Journal.open()) {
      Files.delete(desk.file);
      assertThat(desk.titles()).containsExactly("Call Mom");
      assertThat(desk.titles()).containsExactly("Call Mom");
      assertThat(journal.messages()).hasSize(1);
      assertThat(journal.messages().get(0)).contains(desk.file + " must exist");

      Files.createDirectory(desk.file);
      assertThat(desk.titles()).containsExactly("Call Mom");
      assertThat(journal.messages()).hasSize(2);

      Files.delete(desk.file);
      desk.lines("Buy milk");
      assertThat(desk.titles()).containsExactly("Buy milk");
      assertThat(journal.messages()).hasSize(2);
    }
  }

  @Test
  void while_the_file_is_being_written_its_last_tasks_stand() {
    Desk desk = new Desk(folder, "Call Mom", "Buy milk");
    desk.candidates();

    desk.write(new byte[0]);
    desk.written(Duration.ofMillis(100));
    assertThat(desk.titles()).containsExactly("Call Mom", "Buy milk");

    desk.write("Call Mom\nBu".getBytes(UTF_8));
    desk.written(Duration.ofMillis(100));
    assertThat(desk.titles()).containsExactly("Call Mom", "Buy milk");

    desk.clock.advance(Duration.ofSeconds(1));
    assertThat(desk.titles()).as("nobody went on writing").containsExactly("Call Mom", "Bu");
  }

  @Test
  void an_emptied_file_has_no_tasks_when_nobody_goes_on_writing() {
    Desk desk = new Desk(folder, "Call Mom");
    desk.candidates();

    desk.bytes(new byte[0]);

    assertThat(desk.candidates()).isEmpty();
  }

  @Test
  void a_done_that_comes_while_the_file_is_being_written_is_not_lost() {
    Desk desk = new Desk(folder, "Call Mom");
    CandidateId mom = desk.id("Call Mom");
    desk.write(new byte[0]);
    desk.written(Duration.ofMillis(100));

    assertThatThrownBy(() -> desk.complete(mom))
        .isInstanceOf(TaskFileException.class)
        .hasMessageContaining("must be written to its end");

    desk.lines("Call Mom");
    desk.complete(mom);
    assertThat(desk.lines()).containsExactly("x 2026-11-24 Call Mom");
  }

  @Test
  void a_file_that_was_never_there_is_named() {
    Desk desk = new Desk(folder);

    assertThatThrownBy(desk::candidates)
        .isInstanceOf(TaskFileException.class)
        .hasMessage("tasks file " + desk.file + " must exist");
    assertThatThrownBy(desk.tasks::problems).isInstanceOf(TaskFileException.class);
  }

  @Test
  void a_folder_is_not_a_file() throws IOException {
    Desk desk = new Desk(folder);
    Files.createDirectory(desk.file);

    assertThatThrownBy(desk::candidates)
        .isInstanceOf(TaskFileException.class)
        .hasMessageContaining("must be a file, not a folder");
  }

  @Test
  void a_file_that_is_too_large_is_named_and_not_read() throws IOException {
    Desk desk = new Desk(folder);
    resize(desk, 16 * 1024 * 1024 + 1);

    assertThatThrownBy(desk::candidates)
        .isInstanceOf(TaskFileException.class)
        .hasMessage(
            "tasks file " + desk.file + " must be at most 16777216 bytes but was 16777217 bytes");
  }

  @Test
  void the_last_tasks_of_a_file_that_became_too_large_stand() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    desk.candidates();

    resize(desk, 16 * 1024 * 1024 + 1);

    assertThat(desk.titles()).containsExactly("Call Mom");
  }

  @Test
  void a_file_with_too_many_lines_is_named() {
    Desk desk = new Desk(folder, "one", "", "two", "x three");
    Content content = new Content(desk.bytes());

    assertThat(new Scan(desk.file, content, 3).listing().size()).isEqualTo(3);
    assertThatThrownBy(() -> new Scan(desk.file, content, 2).listing())
        .isInstanceOf(TaskFileException.class)
        .hasMessage("tasks file " + desk.file + " must have at most 2 lines with words");
  }

  private static void resize(Desk desk, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(desk.file.toFile(), "rw")) {
      file.setLength(length);
    }
  }
}
