package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.identity.AuditChain;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.identity.AuditLogContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAuditLogTest extends AuditLogContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected AuditLog log() {
    return JdbcAuditLog.in(opened.kept());
  }

  @Test
  void what_two_processes_add_is_one_chain() {
    try (PostgresStores other = opened.another()) {
      AuditAct act = AuditAct.own(new UserId("ada"), "export", "");
      Stream.of(log(), JdbcAuditLog.in(other))
          .parallel()
          .forEach(
              log -> {
                for (int i = 0; i < 50; i++) {
                  log.append(act, Instant.EPOCH);
                }
              });

      assertThat(log().end().seq()).isEqualTo(100);
      assertThat(new AuditChain(log()).broken(entry -> {})).isEmpty();
    }
  }
}
