package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  private static boolean isOutage(SQLException cause) {
    return Outage.isBehind(new IllegalStateException(new IllegalStateException(cause)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "57P01", "57P03", "55P03", "25P03", "53300", "40001"})
  void a_database_that_is_away_or_busy_is_an_outage(String state) {
    assertThat(isOutage(new SQLException("away", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22001"})
  void what_a_database_refuses_is_a_bug(String state) {
    assertThat(isOutage(new SQLException("refused", state))).isFalse();
  }

  @Test
  void a_pool_that_has_no_connection_is_an_outage_and_everything_else_is_not() {
    assertThat(isOutage(new SQLTransientConnectionException("timed out"))).isTrue();
    assertThat(isOutage(new SQLException("no state"))).isFalse();
    assertThat(Outage.isBehind(new IllegalStateException("secret"))).isFalse();
    assertThat(Refusal.away().response().headers()).containsEntry("Retry-After", "1");
  }
}
