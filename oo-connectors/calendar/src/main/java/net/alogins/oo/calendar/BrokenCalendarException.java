package net.alogins.oo.calendar;

import java.io.Serial;

/** A calendar, or a component of one, cannot be understood. */
final class BrokenCalendarException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  BrokenCalendarException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Why. */
  Problem problem() {
    return problem;
  }
}
