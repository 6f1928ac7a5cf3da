package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdentityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Listing listing(List<String> lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new Scan(Path.of("todo.txt"), new Content(bytes), Scan.MOST_LINES).listing();
  }

  private static List<String> keys(List<String> lines) {
    return Offer.all(List.of(listing(lines))).stream()
        .map(offer -> offer.candidate().id().key())
        .toList();
  }

  private static String key(String line) {
    return keys(List.of(line)).get(0);
  }

  /** {@code printf 'Call Mom +Family' | sha256sum} and the like. */
  @Example
  void the_key_is_the_beginning_of_the_sha_256_of_the_words() {
    assertThat(key("Call Mom +Family")).isEqualTo("719341a16324dadc");
    assertThat(key("(B) 2026-11-01 Call \t Mom  +Family due:2026-12-01 t:2026-11-30 pri:C"))
        .isEqualTo("719341a16324dadc");
    assertThat(key("Caf\u00e9 min:5")).isEqualTo("09d40ddbd352259b");
  }

  @Example
  void other_words_are_another_task() {
    assertThat(List.of(key("Call Mom"), key("Call mom"), key("Call Mom +a"), key("Call Mom min:5")))
        .doesNotHaveDuplicates();
  }

  @Example
  void identical_lines_are_numbered_open_and_completed_alike() {
    String first = key("Buy milk");

    assertThat(keys(List.of("Buy milk", "(A) Buy milk", "x 2026-11-01 Buy milk", "Buy  milk")))
        .containsExactly(first, first + "#2", first + "#4");
  }

  @Example
  void identical_lines_are_numbered_through_all_files_in_order() {
    Listing work = listing(List.of("Buy milk", "x Buy milk"));
    Listing home = listing(List.of("Call Mom", "Buy milk", "Buy milk"));

    assertThat(Offer.all(List.of(work, home)))
        .extracting(offer -> offer.candidate().id().key())
        .containsExactly(
            key("Buy milk"), key("Call Mom"), key("Buy milk") + "#3", key("Buy milk") + "#4");
  }

  @Example
  void hidden_and_malformed_lines_count_too() {
    assertThat(keys(List.of("Buy milk due:never", "Buy milk")))
        .containsExactly(key("Buy milk") + "#2");
  }

  @Property
  void what_happens_to_a_task_keeps_its_key(
      @ForAll("words") List<String> words, @ForAll("fates") List<String> fates) {
    String line = String.join(" ", words);
    String key = key(line);

    for (String fate : fates) {
      line = after(fate, line);
      assertThat(Key.digest(Line.parse(line).description().lasting()))
          .as(line)
          .isEqualTo(Key.parse(key).orElseThrow().words());
    }
  }

  private static String after(String fate, String text) {
    Line line = Line.parse(text);
    return switch (fate) {
      case "complete" -> line.completed(TODAY).orElse(text);
      case "reopen" -> line.reopened().orElse(text);
      case "space" -> text.replace(" ", "  \t");
      case "prioritise" -> line.isCompleted() || line.priority().isPresent() ? text : "(C) " + text;
      default -> text + " " + fate;
    };
  }

  @Provide
  Arbitrary<List<String>> fates() {
    return Arbitraries.of(
            "complete", "reopen", "prioritise", "space", "due:2027-01-01", "t:2026-12-01", "pri:Q")
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> words() {
    Arbitrary<String> special =
        Arbitraries.of(
            "x", "X", "(A)", "(B)", "2026-01-01", "2026-99-99", "+p", "@c", "due:", "a:b");
    Arbitrary<String> plain =
        Arbitraries.strings().withChars("xab+@:()#\u00e9\u05d0\u2028\u0007").ofMaxLength(8);
    return Arbitraries.oneOf(special, plain)
        .filter(word -> !word.isEmpty())
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .filter(words -> isOpenTask(String.join(" ", words)));
  }

  private static boolean isOpenTask(String line) {
    return !line.equals("x") && keys(List.of(line)).size() == 1;
  }

  @Property
  void reordering_and_editing_other_lines_keeps_the_keys(
      @ForAll("tasks") Set<String> tasks, @ForAll Random random) {
    List<String> lines = new ArrayList<>(tasks);
    Set<String> before = Set.copyOf(keys(lines));

    Collections.shuffle(lines, random);
    lines.add(random.nextInt(lines.size() + 1), "Something else");
    lines.add(random.nextInt(lines.size() + 1), "x 2026-11-01 Something else that is done");

    assertThat(Set.copyOf(keys(lines))).containsAll(before).hasSize(before.size() + 1);
  }

  @Property
  void every_key_is_unique_and_says_how_often_its_words_came_before(
      @ForAll("repetitive") List<String> lines) {
    List<String> keys = keys(lines);

    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys).hasSize((int) lines.stream().filter(l -> !l.startsWith("x ")).count());
    assertThat(keys).allSatisfy(key -> assertThat(Key.parse(key)).map(Key::toString).contains(key));
  }

  @Provide
  Arbitrary<Set<String>> tasks() {
    return Arbitraries.strings()
        .alpha()
        .ofMinLength(1)
        .ofMaxLength(5)
        .map(word -> "Task " + word)
        .set()
        .ofMaxSize(10)
        .map(set -> set.stream().collect(Collectors.toUnmodifiableSet()));
  }

  @Provide
  Arbitrary<List<String>> repetitive() {
    return Arbitraries.of("a", "b", "x a", "(A) a", "x 2026-01-01 b pri:C", "c")
        .list()
        .ofMaxSize(30);
  }

  @Example
  void what_is_no_key_is_none() {
    for (String text :
        List.of(
            "",
            "abc",
            "0123456789abcdef#1",
            "0123456789abcdef#0",
            "0123456789ABCDEF",
            "0123456789abcdef#02",
            "0123456789abcdef#99999999999",
            "0123456789abcdef ")) {
      assertThat(Key.parse(text)).as(text).isEmpty();
    }
  }
}
