package net.alogins.oo.llm;

import java.io.Serial;

/** Why there are no suggestions now. The decision records the name of the class. */
abstract sealed class Absent extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private Absent(String message) {
    super(message, null, false, false);
  }

  /** The model has not answered yet; it may have when they are asked for again. */
  static final class NotYet extends Absent {
    @Serial private static final long serialVersionUID = 1L;

    NotYet() {
      super("the model has not answered yet");
    }
  }

  /** Enough others wait for the model. */
  static final class Busy extends Absent {
    @Serial private static final long serialVersionUID = 1L;

    Busy() {
      super("the model is busy with others");
    }
  }

  /** The model is left alone after failures. */
  static final class LeftAlone extends Absent {
    @Serial private static final long serialVersionUID = 1L;

    LeftAlone() {
      super("the model is left alone after failures");
    }
  }

  /** The budget of the day is spent. */
  static final class OverBudget extends Absent {
    @Serial private static final long serialVersionUID = 1L;

    OverBudget() {
      super("the budget of the day is spent");
    }
  }
}
