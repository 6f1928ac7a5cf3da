package net.alogins.oo.todotxt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.reaction.Completion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call Mom | x 2026-11-24 Call Mom",
        "(A) Call Mom | x 2026-11-24 Call Mom pri:A",
        "2026-11-01 Call Mom | x 2026-11-24 2026-11-01 Call Mom",
        "(B) 2026-11-01 Call  Mom due:2026-12-01 | x 2026-11-24 2026-11-01 Call  Mom due:2026-12-01 pri:B",
        "(A) x ray | x 2026-11-24 x ray pri:A",
        "(A) (B) both | x 2026-11-24 (B) both pri:A",
        "(A) Call Mom pri:B | x 2026-11-24 Call Mom pri:B pri:A",
      })
  void done_completes_the_line_and_undo_restores_it(String open, String completed) {
    Desk desk = new Desk(folder, open);
    CandidateId task = desk.only().id();

    desk.complete(task);
    assertThat(desk.lines()).containsExactly(completed);
    assertThat(desk.candidates()).isEmpty();

    desk.reopen(task);
    assertThat(desk.lines()).containsExactly(open);
    assertThat(desk.only().id()).isEqualTo(task);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x 2026-11-24 2026-11-01 Call Mom pri:A | (A) 2026-11-01 Call Mom",
        "x 2026-11-24 Call pri:A Mom | (A) Call Mom",
        "x (A) 2026-11-24 2026-11-01 Call Mom | (A) 2026-11-01 Call Mom",
        "x Call Mom | Call Mom",
        "x 2026-11-24 Call Mom pri:AB | Call Mom pri:AB",
      })
  void undo_understands_what_others_completed(String completed, String open) {
    Desk desk = new Desk(folder, completed);

    desk.reopen(id(open));

    assertThat(desk.lines()).containsExactly(open);
  }

  private static CandidateId id(String line) {
    return Offer.of(key(line), Line.parse(line)).candidate().id();
  }

  private static Key key(String line) {
    return new Key(Key.digest(Line.parse(line).description().lasting()), 1);
  }

  @Test
  void a_description_that_looks_completed_is_open_after_undo() {
    Desk desk = new Desk(folder, "x 2026-11-24 x ray");

    desk.reopen(id("(A) x ray"));

    assertThat(desk.lines()).containsExactly(" x ray");
    assertThat(desk.only().id()).isEqualTo(id("(A) x ray"));
  }

  @Test
  void telling_it_twice_changes_nothing_more() {
    Desk desk = new Desk(folder, "(A) Call Mom");
    CandidateId task = desk.only().id();

    desk.complete(task);
    desk.clock.advance(Duration.ofDays(3));
    desk.complete(task);
    assertThat(desk.lines()).containsExactly("x 2026-11-24 Call Mom pri:A");

    desk.reopen(task, task);
    assertThat(desk.lines()).containsExactly("(A) Call Mom");
  }

  @Test
  void a_completion_that_is_told_late_keeps_the_day_on_which_it_was_said() {
    Desk desk = new Desk(folder, "Call Mom");
    Completion said = desk.completion(desk.only().id());

    desk.clock.advance(Duration.ofDays(3));
    desk.tasks.completed(said);

    assertThat(desk.lines()).containsExactly("x 2026-11-24 Call Mom");
  }

  @ParameterizedTest
  @CsvSource({"UTC, 2026-11-24", "Europe/Helsinki, 2026-11-25"})
  void the_day_is_one_in_the_zone_of_the_clock(String zone, String day) {
    Desk desk = new Desk(folder, "Call Mom");
    desk.clock.set(Instant.parse("2026-11-24T22:30:00Z"));
    Completion said = desk.completion(desk.only().id());

    TodoTxt.of(List.of(desk.file), desk.clock.withZone(ZoneId.of(zone))).completed(said);

    assertThat(desk.lines()).containsExactly("x " + day + " Call Mom");
  }

  @Test
  void one_of_several_identical_lines_is_one_task() {
    Desk desk = new Desk(folder, "Buy milk", "Buy milk", "Buy milk");
    List<CandidateId> tasks = desk.candidates().stream().map(Candidate::id).toList();

    desk.complete(tasks.get(1), tasks.get(1));
    assertThat(desk.lines()).containsExactly("Buy milk", "x 2026-11-24 Buy milk", "Buy milk");
    assertThat(desk.candidates())
        .extracting(Candidate::id)
        .containsExactly(tasks.get(0), tasks.get(2));

    desk.complete(tasks.get(2));
    desk.reopen(tasks.get(1));
    assertThat(desk.lines()).containsExactly("Buy milk", "Buy milk", "x 2026-11-24 Buy milk");
  }

  @Test
  void a_line_is_completed_in_the_file_where_it_stands() throws Exception {
    Path work = Files.writeString(folder.resolve("work.txt"), "Buy milk\n");
    Desk desk = new Desk(folder, "Buy milk", "Call Mom");
    TodoTxt both = TodoTxt.of(List.of(work, desk.file), desk.clock);
    CandidateId second = new CandidateId("todotxt", id("Buy milk").key() + "#2");

    both.completed(desk.completion(second));

    assertThat(work).hasContent("Buy milk\n");
    assertThat(desk.lines()).containsExactly("x 2026-11-24 Buy milk", "Call Mom");
  }

  @Test
  void a_line_that_somebody_changed_meanwhile_is_left_alone() {
    Desk desk = new Desk(folder, "Call Mom");
    CandidateId task = desk.only().id();

    desk.lines("Call Mom and Dad");
    desk.complete(task);
    desk.reopen(task);

    assertThat(desk.lines()).containsExactly("Call Mom and Dad");
  }

  @Test
  void a_line_that_somebody_moved_and_postponed_meanwhile_is_completed() {
    Desk desk = new Desk(folder, "Call Mom", "Buy milk");
    CandidateId task = desk.id("Call Mom");

    desk.lines("Buy milk", "(C) Call Mom t:2027-01-01");
    desk.complete(task);

    assertThat(desk.lines())
        .containsExactly("Buy milk", "x 2026-11-24 Call Mom t:2027-01-01 pri:C");
  }

  @Test
  void what_is_not_ours_is_passed_over() {
    Desk desk = new Desk(folder, "Call Mom");
    byte[] before = desk.bytes();

    desk.complete(
        new CandidateId("chores", desk.only().id().key()),
        new CandidateId("todotxt", "no key at all"),
        new CandidateId("todotxt", "0123456789abcdef"),
        new CandidateId("todotxt", desk.only().id().key() + "#2"));

    assertThat(desk.bytes()).isEqualTo(before);
  }

  @Test
  void a_file_that_is_away_is_tried_again_later() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    CandidateId task = desk.only().id();
    Files.delete(desk.file);

    assertThatThrownBy(() -> desk.complete(task))
        .isInstanceOf(TaskFileException.class)
        .hasMessageContaining(desk.file.toString());
    assertThatThrownBy(() -> desk.complete(id("Buy milk")))
        .as("nobody knows whether that line is there")
        .isInstanceOf(TaskFileException.class);

    desk.lines("Call Mom");
    desk.complete(task);
    assertThat(desk.lines()).containsExactly("x 2026-11-24 Call Mom");
  }

  @Test
  void only_the_one_line_changes() {
    Desk desk = new Desk(folder);
    byte[] invalid = {'b', (byte) 0xff, (byte) 0xc3, '\r', '\n'};
    desk.bytes(
        concat("\ufeffCall Mom\r\n\n  \r\n".getBytes(UTF_8), invalid, "last\rone".getBytes(UTF_8)));

    desk.complete(desk.id("Call Mom"));

    assertThat(desk.bytes())
        .isEqualTo(
            concat(
                "\ufeffx 2026-11-24 Call Mom\r\n\n  \r\n".getBytes(UTF_8),
                invalid,
                "last\rone".getBytes(UTF_8)));
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Test
  void threads_do_not_tread_on_each_other() throws Exception {
    Desk desk = new Desk(folder);
    desk.lines(IntStream.range(0, 40).mapToObj(i -> "Task " + i).toArray(String[]::new));
    List<CandidateId> tasks = desk.candidates().stream().map(Candidate::id).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all =
          tasks.stream().<Future<?>>map(task -> threads.submit(() -> desk.complete(task))).toList();
      for (Future<?> each : all) {
        assertThatCode(() -> each.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(desk.lines()).hasSize(40).allMatch(line -> line.startsWith("x 2026-11-24 Task "));
  }
}
