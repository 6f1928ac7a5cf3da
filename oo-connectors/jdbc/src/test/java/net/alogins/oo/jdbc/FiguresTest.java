package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that the stores have to reach; they take minutes and want the machine alone. */
class FiguresTest {

  private static final Pattern MEDIAN = Pattern.compile("median .*: (\\S+)");

  @TempDir private Path directory;

  @BeforeEach
  void only_when_asked_for() {
    assumeTrue(Boolean.getBoolean("oo.figures"), "figures are only taken with -Doo.figures=true");
  }

  @Test
  void group_commit_reaches_a_quarter_of_a_bare_file() throws Exception {
    assertThat(medians(run(List.of(), GroupCommitFigures.class, "rates")))
        .hasSize(2)
        .allMatch(ratio -> ratio >= 0.25);
  }

  @Test
  void appends_to_postgres_reach_two_fifths_of_copy() throws Exception {
    assertThat(medians(run(List.of(), CopyFigures.class, "rates")))
        .hasSize(1)
        .allMatch(ratio -> ratio >= 0.4);
  }

  @Test
  void a_batch_is_flushed_about_once() throws Exception {
    Path trace = directory.resolve("trace");
    List<String> strace =
        List.of(
            "strace",
            "-f",
            "--seccomp-bpf",
            "-y",
            "-e",
            "trace=fsync,fdatasync",
            "-o",
            trace.toString());

    String said = run(strace, GroupCommitFigures.class, "flushes");

    double batches = Double.parseDouble(said.replaceAll("(?s).*batches (\\d+).*", "$1"));
    int flushes = flushesBetweenMarks(trace);
    System.out.printf("%d flushes for %.0f batches: %.3f%n", flushes, batches, flushes / batches);
    assertThat(flushes / batches).isBetween(1.0, 1.1);
  }

  private int flushesBetweenMarks(Path trace) throws IOException {
    List<String> calls =
        Files.readAllLines(trace).stream().filter(line -> line.contains("sync(")).toList();
    int begin = indexOf(calls, directory.resolve("begin"));
    int end = indexOf(calls, directory.resolve("end"));
    return end - begin - 1;
  }

  private static int indexOf(List<String> calls, Path file) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).contains("<" + file + ">")) {
        return i;
      }
    }
    throw new AssertionError(file + " must be flushed");
  }

  private static List<Double> medians(String said) {
    List<Double> all = new ArrayList<>();
    for (Matcher found = MEDIAN.matcher(said); found.find(); ) {
      all.add(Double.valueOf(found.group(1)));
    }
    return all;
  }

  /** What {@code figures} printed, which is printed here as well. */
  private String run(List<String> around, Class<?> figures, String what) throws Exception {
    List<String> command = new ArrayList<>(around);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(figures.getName(), what, directory.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(said);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
