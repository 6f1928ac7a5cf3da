package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.HostTransaction;
import net.alogins.oo.id.TenantId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Appends in a transaction of the host: rows without a number, which {@link JoinedArrivals} numbers
 * once they are committed. It takes no lock but those on the identities, and changes no setting.
 */
final class JoinedTransaction implements HostTransaction {

  private static final List<Field<?>> COLUMNS =
      List.of(
          EVENTS_LOG.TENANT,
          EVENTS_LOG.SUBJECT,
          EVENTS_LOG.IDENTITY,
          EVENTS_LOG.TIP,
          EVENTS_LOG.IS_DECISION,
          EVENTS_LOG.BODY,
          JoinedArrivals.ARRIVAL);

  private final Connection connection;
  private final DSLContext host;
  private final String tenant;
  private final Table<?> log;
  private final Field<Long> arrival;

  /** {@code schema} is where the tables are, whatever the host's search path. */
  JoinedTransaction(Connection connection, String schema, TenantId tenant) {
    this.connection = connection;
    this.host = DSL.using(new DefaultConnectionProvider(connection), SQLDialect.POSTGRES);
    this.tenant = tenant.value();
    this.log = DSL.table(DSL.name(schema, EVENTS_LOG.getName()));
    this.arrival = DSL.sequence(DSL.name(schema, "events_arrival"), Long.class).nextval();
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    try {
      if (connection.getAutoCommit()) {
        throw new IllegalStateException(
            "the host's connection must be in a transaction but commits each statement");
      }
      return List.copyOf(events).stream().map(event -> write(new Row(event))).toList();
    } catch (SQLException | DataAccessException failure) {
      throw new StoreException("the host's transaction must be able to write the log", failure);
    }
  }

  private Appended write(Row row) {
    List<Object> values = new ArrayList<>(row.unnumbered(tenant));
    values.add(arrival);
    int inserted =
        host.insertInto(log).columns(COLUMNS).values(values).onConflictDoNothing().execute();
    return inserted == 0 ? row.known(host, log, tenant) : new Appended(Outcome.RECORDED, 0);
  }
}
