package net.alogins.oo.simulator;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.ProfileStore;

/** Preferences on a simulated disk. */
final class SimulatedProfiles implements ProfileStore {

  private static final byte PREFERENCES = 1;

  private final Journal journal;
  private final Map<UserId, Preferences> preferences = new HashMap<>();

  SimulatedProfiles(Journal journal) {
    this.journal = journal;
    journal.recover().forEach(this::recover);
  }

  private void recover(byte[] record) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      in.skipNBytes(1);
      preferences.put(new UserId(in.readUTF()), new Preferences(ZoneId.of(in.readUTF())));
    } catch (IOException malformed) {
      throw new UncheckedIOException("a record of preferences must be readable", malformed);
    }
  }

  @Override
  public synchronized Optional<Preferences> find(UserId user) {
    journal.power().read();
    return Optional.ofNullable(preferences.get(user));
  }

  @Override
  public synchronized void save(UserId user, Preferences newPreferences) {
    byte[] record =
        LogFormat.record(
            PREFERENCES,
            out -> {
              out.writeUTF(user.value());
              out.writeUTF(newPreferences.zone().getId());
            });
    journal.commit(record, () -> preferences.put(user, newPreferences));
  }
}
