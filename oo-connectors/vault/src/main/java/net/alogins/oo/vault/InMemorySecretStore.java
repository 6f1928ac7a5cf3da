package net.alogins.oo.vault;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Slot;

/** Sealed secrets in memory: when the process ends, everybody has to connect again. */
public final class InMemorySecretStore implements SecretStore {

  private static final Comparator<Slot> ORDER =
      Comparator.comparing((Slot slot) -> slot.connection().value())
          .thenComparing(Slot::secret)
          .thenComparing(slot -> slot.user().value())
          .thenComparing(Slot::connector);

  private final NavigableMap<Slot, Sealed> bySlot = new TreeMap<>(ORDER);

  /** Makes one without secrets. */
  public InMemorySecretStore() {}

  @Override
  public synchronized void put(Slot slot, Sealed sealed) {
    bySlot.put(slot, sealed);
  }

  @Override
  public synchronized Optional<Sealed> find(Slot slot) {
    return Optional.ofNullable(bySlot.get(slot));
  }

  @Override
  public synchronized boolean replace(Slot slot, Sealed old, Sealed fresh) {
    return bySlot.replace(slot, old, fresh);
  }

  @Override
  public synchronized void remove(ConnectionId connection) {
    bySlot.keySet().removeIf(slot -> slot.connection().equals(connection));
  }

  @Override
  public synchronized List<Kept> after(Optional<Slot> slot, int most) {
    return slot.map(last -> bySlot.tailMap(last, false)).orElse(bySlot).entrySet().stream()
        .limit(most)
        .map(entry -> new Kept(entry.getKey(), entry.getValue()))
        .toList();
  }
}
