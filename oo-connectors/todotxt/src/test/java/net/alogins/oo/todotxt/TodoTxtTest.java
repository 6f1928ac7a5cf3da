package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;
import net.alogins.oo.testkit.CandidateSourceContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodoTxtTest extends CandidateSourceContract {

  @TempDir private Path folder;

  @Override
  protected CandidateSource source() {
    return new Desk(folder, "(A) Call Mom", "Buy milk @store", "Buy milk @store").tasks;
  }

  @Test
  void open_tasks_are_offered_in_the_order_of_their_lines() {
    Desk desk = new Desk(folder, "Call Mom", "x 2026-11-01 Call Dad", "", "(C) Buy milk");

    assertThat(desk.titles()).containsExactly("Call Mom", "Buy milk");
  }

  @Test
  void hidden_tasks_are_not_offered() {
    assertThat(new Desk(folder, "Call Mom h:1", "Buy milk h:0").titles())
        .containsExactly("Buy milk");
  }

  @Test
  void tasks_of_several_files_are_offered_in_the_order_of_the_files() throws Exception {
    Path home = Files.writeString(folder.resolve("home.txt"), "Call Mom\n");
    Path work = Files.writeString(folder.resolve("work.txt"), "Write report\nCall Mom\n");
    TodoTxt tasks = TodoTxt.of(List.of(work, home), new Desk(folder).clock);

    assertThat(tasks.candidates(context()))
        .extracting(Candidate::title)
        .containsExactly("Write report", "Call Mom", "Call Mom");
  }

  @Test
  void without_files_there_is_nothing() throws Exception {
    assertThat(TodoTxt.of(List.of(), new Desk(folder).clock).candidates(context())).isEmpty();
  }

  @Test
  void a_file_that_is_named_twice_is_refused() {
    Path file = folder.resolve("todo.txt");
    Path same = folder.resolve("other/../todo.txt");

    assertThatThrownBy(() -> TodoTxt.of(List.of(file, same), new Desk(folder).clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("todo.txt");
  }

  @Test
  void a_file_that_is_named_beside_a_link_to_it_is_refused() throws IOException {
    Path folders = Files.createDirectory(folder.resolve("real"));
    Path file = Files.writeString(folders.resolve("todo.txt"), "Call Mom\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    Path other = Files.createSymbolicLink(folder.resolve("other"), folders);

    assertRefused(file, link);
    assertRefused(file, other.resolve("todo.txt"));
    assertRefused(folders.resolve("later.txt"), other.resolve("later.txt"));
  }

  private void assertRefused(Path... files) {
    assertThatThrownBy(() -> TodoTxt.of(List.of(files), new Desk(folder).clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tasks files must be different but were ");
  }

  @Test
  void files_that_are_not_there_yet_can_be_named() {
    Path missing = folder.resolve("missing");

    assertThat(
            TodoTxt.of(
                List.of(missing.resolve("a.txt"), missing.resolve("b.txt")),
                new Desk(folder).clock))
        .isNotNull();
  }

  @Test
  void a_task_waits_for_its_threshold_on_the_persons_own_clock() throws Exception {
    TodoTxt tasks = new Desk(folder, "Pack t:2026-11-25").tasks;
    Instant evening = Instant.parse("2026-11-24T22:30:00Z");

    assertThat(tasks.candidates(at(evening, "UTC"))).isEmpty();
    assertThat(tasks.candidates(at(evening, "America/New_York"))).isEmpty();
    assertThat(tasks.candidates(at(evening, "Europe/Helsinki"))).hasSize(1);
    assertThat(tasks.candidates(at(evening.plusSeconds(86_400), "UTC"))).hasSize(1);
  }

  private static Context at(Instant now, String zone) {
    return new Context(
        Desk.ADA,
        now,
        new Profile(new Preferences(ZoneId.of(zone)), Consents.standard()),
        Attributes.none(),
        History.empty());
  }

  @Test
  void ten_thousand_tasks_of_a_file_are_offered_and_the_rest_is_a_problem() throws IOException {
    Desk desk = new Desk(folder);
    desk.lines(IntStream.rangeClosed(1, 10_002).mapToObj(i -> "Task " + i).toArray(String[]::new));

    assertThat(desk.candidates()).hasSize(10_000);
    assertThat(desk.tasks.problems()).extracting(Problem::line).containsExactly(10_001);
  }
}
