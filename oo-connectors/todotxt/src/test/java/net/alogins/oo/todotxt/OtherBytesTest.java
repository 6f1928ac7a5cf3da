package net.alogins.oo.todotxt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Bytes are written here as Latin-1, which has one character for each of them. */
class OtherBytesTest {

  private Path folder;

  @BeforeTry
  void open() throws IOException {
    folder = Files.createTempDirectory("oo-todotxt");
  }

  @AfterTry
  void close() throws IOException {
    Files.deleteIfExists(folder.resolve("todo.txt"));
    Files.delete(folder);
  }

  @Property(tries = 300)
  void done_changes_one_line_and_undo_restores_the_file(
      @ForAll("files") String bytes, @ForAll Random random) {
    Desk desk = new Desk(folder);
    desk.bytes(bytes.getBytes(ISO_8859_1));
    List<CandidateId> tasks =
        new ArrayList<>(desk.candidates().stream().map(Candidate::id).toList());

    Collections.shuffle(tasks, random);
    tasks.forEach(task -> assertOneLineChanges(desk, () -> desk.complete(task)));
    assertThat(desk.candidates()).isEmpty();
    Collections.shuffle(tasks, random);
    tasks.forEach(task -> assertOneLineChanges(desk, () -> desk.reopen(task)));

    assertThat(desk.bytes()).isEqualTo(bytes.getBytes(ISO_8859_1));
  }

  private static void assertOneLineChanges(Desk desk, Runnable change) {
    List<String> before = rawLines(desk);
    change.run();
    List<String> after = rawLines(desk);
    assertThat(after).hasSameSizeAs(before);
    int changed = 0;
    for (int i = 0; i < before.size(); i++) {
      changed += before.get(i).equals(after.get(i)) ? 0 : 1;
    }
    assertThat(changed).isEqualTo(1);
  }

  private static List<String> rawLines(Desk desk) {
    return List.of(new String(desk.bytes(), ISO_8859_1).split("(?<=\n)"));
  }

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> start = Arbitraries.of("", "\u00ef\u00bb\u00bf");
    Arbitrary<String> ends = Arbitraries.of("\n", "\r\n", "\n\n", "\r\r\n");
    Arbitrary<String> lines =
        Combinators.combine(Arbitraries.oneOf(tasks(), noise()), ends)
            .as(String::concat)
            .list()
            .ofMaxSize(8)
            .map(list -> String.join("", list));
    return Combinators.combine(
            start, lines, Arbitraries.oneOf(tasks(), noise(), Arbitraries.of("")))
        .as((mark, all, last) -> mark + all + last)
        .filter(bytes -> !new Content(bytes.getBytes(ISO_8859_1)).isWide());
  }

  private static Arbitrary<String> tasks() {
    Arbitrary<String> head =
        Arbitraries.of(
            "", "(A) ", "2026-11-01 ", "(B) 2026-11-01 ", "(A) (B) ", " ", "x ", "x 2026-01-01 ");
    Arbitrary<String> body =
        Arbitraries.of(
            "Buy milk",
            "caf\u00e9",
            "x ray",
            "  two  spaces ",
            "+p @c",
            "2026-01-01 day",
            "\ud83c\udf31");
    Arbitrary<String> tail =
        Arbitraries.of("", " ", " due:2026-12-01", " due:never", " h:1", " t:2026-01-01 ", "\t");
    return Combinators.combine(head, body, tail)
        .as(
            (first, middle, last) ->
                new String((first + middle + last).getBytes(UTF_8), ISO_8859_1));
  }

  private static Arbitrary<String> noise() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\u00ff')
        .excludeChars('\n')
        .ofMaxLength(12)
        .filter(text -> !text.contains("pri:"));
  }
}
