package net.alogins.oo.benchmarks.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.alogins.oo.benchmarks.CsvFile;
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

  private static final int FEWEST_LABELS = 2;

  DataSet {
    columns = List.copyOf(columns);
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file: a line of names, then numbers, the last column being the label.
   *
   * @throws IOException if it cannot be read, naming the file and the line
   */
  static DataSet read(Path file) throws IOException {
    CsvFile csv = CsvFile.read(file);
    int width = csv.names().size() - 1;
    Set<String> found = new TreeSet<>();
    csv.rows().forEach(cells -> found.add(cells.get(width)));
    List<String> labels = List.copyOf(found);
    if (labels.size() < FEWEST_LABELS) {
      throw new IOException(file + " must have two labels or more but had only " + labels);
    }
    List<Example> rows = new ArrayList<>();
    for (int i = 0; i < csv.rows().size(); i++) {
      int label = labels.indexOf(csv.rows().get(i).get(width));
      rows.add(new Example(csv.numbers(i, width), label));
    }
    return new DataSet(csv.name(), csv.names().subList(0, width), labels, rows);
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
