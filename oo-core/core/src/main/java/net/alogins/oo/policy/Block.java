package net.alogins.oo.policy;

import java.util.HashSet;
import java.util.List;

/**
 * A named group of feature columns on one side of the question.
 *
 * @param name unique within a schema
 * @param side whether it speaks of the context or of a candidate
 * @param columns the names of its columns, unique within the block
 */
public record Block(String name, Side side, List<String> columns) {

  /** Which side of the question a block describes. */
  public enum Side {
    CONTEXT,
    CANDIDATE
  }

  public Block {
    columns = List.copyOf(columns);
    if (name.isBlank() || name.contains("=") || name.contains(" × ") || name.equals(Cross.ARM)) {
      throw new IllegalArgumentException(
          "block name must be some text without = and ×, and not arm, but was " + name);
    }
    if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "block " + name + " must have columns with different names but had " + columns);
    }
  }

  /** The number of its columns. */
  public int width() {
    return columns.size();
  }

  /** The full name of column {@code index}: {@code block=column}. */
  public String columnName(int index) {
    return name + "=" + columns.get(index);
  }
}
