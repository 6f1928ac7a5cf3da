package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.INTEGRATIONS_COMMANDS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.jdbc.generated.tables.IntegrationsCommands;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** What is to be done there for one connection, within one transaction. */
final class StoredCommands {

  private static final IntegrationsCommands D = INTEGRATIONS_COMMANDS;

  private final DSLContext tx;
  private final String tenant;
  private final ConnectionId connection;

  StoredCommands(DSLContext tx, String tenant, ConnectionId connection) {
    this.tx = tx;
    this.tenant = tenant;
    this.connection = connection;
  }

  /** Adds one behind those of smaller places; one that is there stays where it is. */
  void add(Command command, long place) {
    insert(command, place);
    tx.deleteFrom(D).where(mine()).and(D.PLACE.le(firstBeyond())).execute();
  }

  /** The last place of those that are too many; of no command if none is. */
  private Select<Record1<Long>> firstBeyond() {
    return tx.select(D.PLACE)
        .from(D)
        .where(mine())
        .orderBy(D.PLACE.desc())
        .limit(1)
        .offset(ConnectionStore.MOST_COMMANDS);
  }

  private void insert(Command command, long place) {
    tx.insertInto(D)
        .set(D.TENANT, tenant)
        .set(D.CONNECTION, connection.value())
        .set(D.ID, command.id())
        .set(D.PLACE, place)
        .set(D.VERB, command.verb().name())
        .set(D.TASK_KEY, command.key())
        .set(D.SAID, command.at().toEpochMilli())
        .set(D.TO_DAY, command.day().map(LocalDate::toEpochDay).orElse(null))
        .onConflictDoNothing()
        .execute();
  }

  List<Command> oldest(int most) {
    return tx.selectFrom(D)
        .where(mine())
        .orderBy(D.PLACE)
        .limit(most)
        .fetch(
            row ->
                new Command(
                    row.get(D.ID),
                    Command.Verb.valueOf(row.get(D.VERB)),
                    row.get(D.TASK_KEY),
                    Instant.ofEpochMilli(row.get(D.SAID)),
                    Optional.ofNullable(row.get(D.TO_DAY)).map(LocalDate::ofEpochDay)));
  }

  void remove(String command) {
    tx.deleteFrom(D).where(mine()).and(D.ID.eq(command)).execute();
  }

  void remove() {
    tx.deleteFrom(D).where(mine()).execute();
  }

  private Condition mine() {
    return D.TENANT.eq(tenant).and(D.CONNECTION.eq(connection.value()));
  }
}
