package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.ProfileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What every store of preferences must do; extend it and name your store. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ProfileStoreContract {

  private static final UserId ADA = new UserId("ada");
  private static final Preferences BERLIN = new Preferences(ZoneId.of("Europe/Berlin"));
  private static final Preferences LIMA = new Preferences(ZoneId.of("America/Lima"));

  /** Made by a subclass. */
  protected ProfileStoreContract() {}

  /** A new, empty store; asked for once in each test. */
  protected abstract ProfileStore store() throws Exception;

  /** {@code store}, closed and opened again; a store that forgets may stay as it is. */
  protected ProfileStore reopened(ProfileStore store) throws Exception {
    return store;
  }

  @Test
  void nobody_prefers_anything_at_first() throws Exception {
    assertThat(store().find(ADA)).isEmpty();
  }

  @Test
  void what_was_saved_last_is_found() throws Exception {
    ProfileStore store = store();
    store.save(ADA, BERLIN);
    assertThat(store.find(ADA)).contains(BERLIN);

    store.save(ADA, LIMA);

    assertThat(store.find(ADA)).contains(LIMA);
    assertThat(reopened(store).find(ADA)).contains(LIMA);
  }

  @Test
  void every_zone_is_kept_as_it_was_named() throws Exception {
    ProfileStore store = store();
    List<ZoneId> zones =
        List.of(
            ZoneOffset.UTC,
            ZoneId.of("UTC"),
            ZoneId.of("GMT+2"),
            ZoneOffset.ofHoursMinutes(5, 45),
            ZoneId.of("America/Argentina/ComodRivadavia"));
    zones.forEach(zone -> store.save(new UserId(zone.getId()), new Preferences(zone)));

    ProfileStore again = reopened(store);

    assertThat(zones)
        .allMatch(
            zone ->
                again.find(new UserId(zone.getId())).equals(Optional.of(new Preferences(zone))));
  }

  @Test
  void strange_ids_are_kept_apart() throws Exception {
    ProfileStore store = store();
    List<UserId> users = SampleIds.STRANGE.stream().map(UserId::new).toList();
    List<Preferences> preferences =
        IntStream.range(0, users.size())
            .mapToObj(i -> new Preferences(ZoneOffset.ofTotalSeconds(i)))
            .toList();
    for (int i = 0; i < users.size(); i++) {
      store.save(users.get(i), preferences.get(i));
    }

    ProfileStore again = reopened(store);

    assertThat(users).map(user -> again.find(user).orElseThrow()).isEqualTo(preferences);
  }

  @Test
  void many_may_save_at_once() throws Exception {
    ProfileStore store = store();
    List<Preferences> either = List.of(BERLIN, LIMA);

    IntStream.range(0, 64).parallel().forEach(i -> store.save(ADA, either.get(i % 2)));

    assertThat(store.find(ADA).orElseThrow()).isIn(either);
  }
}
