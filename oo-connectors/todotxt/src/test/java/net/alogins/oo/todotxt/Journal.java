package net.alogins.oo.todotxt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged about task files while it is open. */
final class Journal extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger(TodoTxt.class.getName());

  private final List<String> messages = new CopyOnWriteArrayList<>();

  private Journal() {}

  static Journal open() {
    Journal journal = new Journal();
    LOGGER.addHandler(journal);
    return journal;
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord message) {
    messages.add(message.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}
