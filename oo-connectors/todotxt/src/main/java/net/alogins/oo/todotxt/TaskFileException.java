package net.alogins.oo.todotxt;

import java.nio.file.Path;

/** A file of tasks cannot be used; the message names it and says what must hold. */
public final class TaskFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  TaskFileException(Path file, String rule) {
    super("tasks file " + file + " must " + rule);
    this.rule = rule;
  }

  TaskFileException(Path file, String rule, Throwable cause) {
    super("tasks file " + file + " must " + rule, cause);
    this.rule = rule;
  }

  /** What must hold and does not. */
  String rule() {
    return rule;
  }
}
