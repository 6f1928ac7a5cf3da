package net.alogins.oo.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The warnings of everybody in this process while it is open. */
final class Journal extends Handler implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");

  private final List<LogRecord> warnings = new CopyOnWriteArrayList<>();

  private Journal() {
    setLevel(Level.WARNING);
  }

  static Journal open() {
    Journal journal = new Journal();
    ROOT.addHandler(journal);
    return journal;
  }

  List<String> warnings() {
    return warnings.stream()
        .map(warning -> warning.getLevel() + " " + warning.getMessage())
        .toList();
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line)) {
      warnings.add(line);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}
