package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.PROFILE_PREFERENCES;

import java.time.ZoneId;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.ProfileStore;
import org.jooq.DSLContext;

/** Preferences in the table of the profile module. */
final class JdbcProfileStore implements ProfileStore {

  private final DSLContext writer;
  private final DSLContext reader;
  private final String tenant;

  JdbcProfileStore(DSLContext writer, DSLContext reader, TenantId tenant) {
    this.writer = writer;
    this.reader = reader;
    this.tenant = tenant.value();
  }

  @Override
  public Optional<Preferences> find(UserId user) {
    return reader
        .select(PROFILE_PREFERENCES.ZONE)
        .from(PROFILE_PREFERENCES)
        .where(PROFILE_PREFERENCES.TENANT.eq(tenant))
        .and(PROFILE_PREFERENCES.SUBJECT.eq(user.value()))
        .fetchOptional(PROFILE_PREFERENCES.ZONE)
        .map(zone -> new Preferences(ZoneId.of(zone)));
  }

  @Override
  public void save(UserId user, Preferences preferences) {
    String zone = preferences.zone().getId();
    writer
        .insertInto(PROFILE_PREFERENCES)
        .columns(PROFILE_PREFERENCES.TENANT, PROFILE_PREFERENCES.SUBJECT, PROFILE_PREFERENCES.ZONE)
        .values(tenant, user.value(), zone)
        .onConflict(PROFILE_PREFERENCES.TENANT, PROFILE_PREFERENCES.SUBJECT)
        .doUpdate()
        .set(PROFILE_PREFERENCES.ZONE, zone)
        .execute();
  }
}
