package net.alogins.oo.jdbc;

import org.jooq.DSLContext;

/** Rows that came into the log without a number, and wait for one. */
interface Arrivals {

  /** Whether some wait. */
  boolean areWaiting();

  /** Whether some wait, or others than this process have numbered rows after {@code seq}. */
  boolean haveCome(long seq);

  /**
   * Numbers the first of those that wait, in the order of their arrival, and returns the last
   * number then.
   *
   * @param tx a transaction that holds the lock on the log's sequence
   * @param last the last number given out
   */
  long number(DSLContext tx, long last);

  /** There are none: every row is numbered when it is written. */
  final class None implements Arrivals {

    @Override
    public boolean areWaiting() {
      return false;
    }

    @Override
    public boolean haveCome(long seq) {
      return false;
    }

    @Override
    public long number(DSLContext tx, long last) {
      return last;
    }
  }
}
