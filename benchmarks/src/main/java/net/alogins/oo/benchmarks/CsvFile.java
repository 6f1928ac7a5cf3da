package net.alogins.oo.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.alogins.oo.event.DoubleColumn;

/**
 * A file of comma-separated cells without quotes: a line of names, and rows below it, as many cells
 * each.
 *
 * @param file where it is
 * @param names of the columns
 * @param rows at least one
 */
public record CsvFile(Path file, List<String> names, List<List<String>> rows) {

  public CsvFile {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /** Every {@code .csv} and {@code .csv.gz} file of a folder, by name. */
  public static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz"))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, naming the file and the line
   */
  public static CsvFile read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader text =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return read(file, text.lines().toList());
    }
  }

  private static CsvFile read(Path file, List<String> lines) throws IOException {
    if (lines.size() < 2) {
      throw new IOException(file + " must have a line of names and rows below it");
    }
    List<String> names = List.of(lines.get(0).split(",", -1));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split(",", -1));
      if (cells.size() != names.size()) {
        throw new IOException(
            "%s, line %d must have %d cells but had %d"
                .formatted(file, i + 1, names.size(), cells.size()));
      }
      rows.add(cells);
    }
    return new CsvFile(file, names, rows);
  }

  /** The file's name without its ending. */
  public String name() {
    return file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
  }

  /**
   * The first {@code count} cells of a row.
   *
   * @throws IOException if one is not a finite number, naming the file and the line
   */
  public DoubleColumn numbers(int row, int count) throws IOException {
    double[] values = new double[count];
    for (int j = 0; j < count; j++) {
      values[j] = number(row, j);
    }
    return DoubleColumn.of(values);
  }

  /**
   * One cell of a row.
   *
   * @throws IOException if it is not a finite number, naming the file and the line
   */
  public double number(int row, int column) throws IOException {
    String cell = rows.get(row).get(column);
    double value = parsed(cell);
    if (!Float.isFinite((float) value)) {
      throw new IOException(
          "%s, line %d must hold finite numbers but held %s".formatted(file, row + 2, cell));
    }
    return value;
  }

  private static double parsed(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException wrong) {
      return Double.NaN;
    }
  }
}
