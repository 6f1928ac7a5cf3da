package net.alogins.oo.benchmarks.logged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.benchmarks.CsvFile;
import net.alogins.oo.event.DoubleColumn;

/**
 * Choices that somebody made and what came of them.
 *
 * @param name the file's name without its ending
 * @param columns the names of what was known
 * @param actions how many there are to choose from
 * @param rows in the order of the file
 */
record LoggedSet(String name, List<String> columns, int actions, List<Choice> rows) {

  /**
   * One choice.
   *
   * @param values one for each column, finite
   * @param action 0 or more
   * @param reward 0 to 1
   */
  record Choice(DoubleColumn values, int action, double reward) {}

  private static final String ACTION = "action";
  private static final String REWARD = "reward";

  LoggedSet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file whose columns are what was known, then {@code action} and {@code reward}; what
   * stands behind is left out.
   *
   * @throws IOException if it cannot be read, naming the file and the line
   */
  static LoggedSet read(Path file) throws IOException {
    CsvFile csv = CsvFile.read(file);
    int width = csv.names().indexOf(ACTION);
    if (width < 1 || csv.names().indexOf(REWARD) != width + 1) {
      throw new IOException(
          file + " must have numbers, then the columns action and reward, but had " + csv.names());
    }
    List<Choice> rows = new ArrayList<>();
    int actions = 0;
    for (int i = 0; i < csv.rows().size(); i++) {
      Choice choice = choice(csv, i, width);
      rows.add(choice);
      actions = Math.max(actions, choice.action() + 1);
    }
    return new LoggedSet(csv.name(), csv.names().subList(0, width), actions, rows);
  }

  private static Choice choice(CsvFile csv, int row, int width) throws IOException {
    double action = csv.number(row, width);
    double reward = csv.number(row, width + 1);
    boolean isAction = action >= 0 && action < MOST_ACTIONS && action == Math.rint(action);
    if (!isAction || !(reward >= 0 && reward <= 1)) {
      throw new IOException(
          "%s, line %d must have a whole action from 0 to %d and a reward from 0 to 1"
              .formatted(csv.file(), row + 2, MOST_ACTIONS - 1));
    }
    return new Choice(csv.numbers(row, width), (int) action, reward);
  }

  private static final int MOST_ACTIONS = 1_000;
}
