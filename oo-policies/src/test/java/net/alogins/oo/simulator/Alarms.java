package net.alogins.oo.simulator;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens to what the library logs: a warning whose cause the simulation did not stage is a
 * violation, however well the library lives with it.
 */
final class Alarms extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("net.alogins.oo");

  private String unexpected = "";
  private String ofSnapshots = "";
  private String ofLetters = "";

  private Alarms() {}

  /** Listens from now on; nothing of it is printed. */
  static Alarms listening() {
    Alarms alarms = new Alarms();
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(alarms);
    return alarms;
  }

  /** Throws if there was something unexpected in this life. */
  void check(Faults faults, Learner learner) {
    Violation.unless(unexpected.isEmpty(), "no surprise", "%s", unexpected);
    Violation.unless(ofLetters.isEmpty() || learner.isPicky(), "no surprise", "%s", ofLetters);
    Violation.unless(
        ofSnapshots.isEmpty() || faults.counts().keySet().stream().anyMatch(Fault::isDamage),
        "no surprise",
        "%s",
        ofSnapshots);
  }

  /** Another life begins. */
  void forget() {
    unexpected = "";
    ofSnapshots = "";
    ofLetters = "";
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    boolean isStaged = thrown instanceof StagedFailure || thrown instanceof Crash;
    if (record.getLevel().intValue() < Level.WARNING.intValue() || isStaged) {
      return;
    }
    if (record.getMessage().contains("dead letter")) {
      ofLetters = record.getMessage();
    } else if (record.getMessage().contains("snapshot")) {
      ofSnapshots = record.getMessage();
    } else {
      unexpected = record.getMessage() + (thrown == null ? "" : ": " + thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
  }
}
