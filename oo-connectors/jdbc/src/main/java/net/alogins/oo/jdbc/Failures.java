package net.alogins.oo.jdbc;

import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/** Tells failures of one append from those of the store. */
final class Failures {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Set<SQLStateClass> OF_ONE_APPEND =
      Set.of(
          SQLStateClass.C22_DATA_EXCEPTION,
          SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION,
          SQLStateClass.C40_TRANSACTION_ROLLBACK);

  private Failures() {}

  /** Whether it is of no use to try the appends one by one. */
  static boolean areOfTheStore(Throwable failure) {
    Throwable cause = failure instanceof StoreException ? failure.getCause() : failure;
    return cause instanceof DataAccessException database
        && !LOCK_NOT_AVAILABLE.equals(database.sqlState())
        && !OF_ONE_APPEND.contains(database.sqlStateClass());
  }
}
