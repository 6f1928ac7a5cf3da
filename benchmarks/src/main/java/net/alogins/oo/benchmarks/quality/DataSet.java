package net.alogins.oo.benchmarks.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.alogins.oo.event.DoubleColumn;

/**
 * Rows of numbers, each with a label.
 *
 * @param name the file's name without its ending
 * @param columns their names
 * @param labels all labels, in ascending order as text
 * @param rows in the order of the file
 */
record DataSet(String name, List<String> columns, List<String> labels, List<Example> rows) {

  /**
   * One row.
   *
   * @param values one for each column, finite
   * @param label the index of its label
   */
  record Example(DoubleColumn values, int label) {}

  private record Line(DoubleColumn values, String label) {}

  private static final int FEWEST_LABELS = 2;

  DataSet {
    columns = List.copyOf(columns);
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /** Every {@code .csv} and {@code .csv.gz} file of a folder, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz"))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads a file: a line of names, then numbers, the last column being the label.
   *
   * @throws IOException if it cannot be read, naming the file and the line
   */
  static DataSet read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader text =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return read(file, text.lines().toList());
    }
  }

  private static DataSet read(Path file, List<String> text) throws IOException {
    if (text.size() < 2) {
      throw new IOException(file + " must have a line of names and rows below it");
    }
    List<String> names = List.of(text.get(0).split(",", -1));
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < text.size(); i++) {
      lines.add(line(file, i + 1, text.get(i), names.size()));
    }
    List<String> labels = List.copyOf(new TreeSet<>(lines.stream().map(Line::label).toList()));
    if (labels.size() < FEWEST_LABELS) {
      throw new IOException(file + " must have two labels or more but had only " + labels);
    }
    return new DataSet(
        file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", ""),
        names.subList(0, names.size() - 1),
        labels,
        lines.stream().map(l -> new Example(l.values(), labels.indexOf(l.label()))).toList());
  }

  private static Line line(Path file, int number, String text, int width) throws IOException {
    String[] cells = text.split(",", -1);
    if (cells.length != width) {
      throw new IOException(
          file + ", line " + number + " must have " + width + " cells but had " + cells.length);
    }
    double[] values = new double[width - 1];
    for (int j = 0; j < values.length; j++) {
      values[j] = number(cells[j]);
      if (!Float.isFinite((float) values[j])) {
        throw new IOException(
            file + ", line " + number + " must hold finite numbers but held " + cells[j]);
      }
    }
    return new Line(DoubleColumn.of(values), cells[width - 1]);
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException wrong) {
      return Double.NaN;
    }
  }

  /** The rows' indices in the order of {@code seed}: that of the SHA-256 of "seed:row", in hex. */
  List<Integer> order(int seed) {
    List<String> keys =
        IntStream.range(0, rows.size()).mapToObj(i -> digest(seed + ":" + i)).toList();
    return IntStream.range(0, rows.size()).boxed().sorted(Comparator.comparing(keys::get)).toList();
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
