package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.PROFILE_PREFERENCES;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.ProfileStore;

/** Preferences in the table of the profile module. */
final class JdbcProfileStore implements ProfileStore {

  private final Database database;
  private final String tenant;
  private final String find;

  JdbcProfileStore(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
    this.find =
        database.text(
            sql ->
                sql.select(PROFILE_PREFERENCES.ZONE)
                    .from(PROFILE_PREFERENCES)
                    .where(PROFILE_PREFERENCES.TENANT.eq(""))
                    .and(PROFILE_PREFERENCES.SUBJECT.eq("")));
  }

  @Override
  public Optional<Preferences> find(UserId user) {
    return database.ask(
        reader -> reader.ask(find, JdbcProfileStore::preferences, tenant, user.value()));
  }

  private static Optional<Preferences> preferences(ResultSet rows) throws SQLException {
    return rows.next()
        ? Optional.of(new Preferences(ZoneId.of(rows.getString(1))))
        : Optional.empty();
  }

  @Override
  public void save(UserId user, Preferences preferences) {
    String zone = preferences.zone().getId();
    database.change(
        tx ->
            tx.insertInto(PROFILE_PREFERENCES)
                .columns(
                    PROFILE_PREFERENCES.TENANT,
                    PROFILE_PREFERENCES.SUBJECT,
                    PROFILE_PREFERENCES.ZONE)
                .values(tenant, user.value(), zone)
                .onConflict(PROFILE_PREFERENCES.TENANT, PROFILE_PREFERENCES.SUBJECT)
                .doUpdate()
                .set(PROFILE_PREFERENCES.ZONE, zone)
                .execute());
  }
}
