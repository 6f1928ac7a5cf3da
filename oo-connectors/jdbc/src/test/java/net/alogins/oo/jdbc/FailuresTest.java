package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  private static DataAccessException failure(String state) {
    return new DataAccessException("failed", new SQLException("failed", state));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "40001", "55P03"})
  void these_are_of_one_append(String state) {
    assertThat(Failures.areOfTheStore(failure(state))).isFalse();
    assertThat(Failures.areOfTheStore(new StoreException("no", failure(state)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "57P01"})
  void these_are_of_the_store(String state) {
    assertThat(Failures.areOfTheStore(failure(state))).isTrue();
    assertThat(Failures.areOfTheStore(new StoreException("no", failure(state)))).isTrue();
  }

  @Test
  void what_no_database_said_is_of_one_append() {
    assertThat(Failures.areOfTheStore(new IllegalStateException("no"))).isFalse();
    assertThat(Failures.areOfTheStore(new StoreException("no"))).isFalse();
  }
}
