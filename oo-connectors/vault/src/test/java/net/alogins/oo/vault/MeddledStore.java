package net.alogins.oo.vault;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Slot;

/** A store where something else happens before each call. */
final class MeddledStore implements SecretStore {

  private final SecretStore behind;
  private final Consumer<Optional<Slot>> first;

  MeddledStore(SecretStore behind, Consumer<Optional<Slot>> first) {
    this.behind = behind;
    this.first = first;
  }

  private SecretStore after(Optional<Slot> slot) {
    first.accept(slot);
    return behind;
  }

  @Override
  public void put(Slot slot, Sealed sealed) {
    after(Optional.of(slot)).put(slot, sealed);
  }

  @Override
  public Optional<Sealed> find(Slot slot) {
    return after(Optional.of(slot)).find(slot);
  }

  @Override
  public boolean replace(Slot slot, Sealed old, Sealed fresh) {
    return after(Optional.of(slot)).replace(slot, old, fresh);
  }

  @Override
  public void remove(ConnectionId connection) {
    after(Optional.empty()).remove(connection);
  }

  @Override
  public List<Kept> after(Optional<Slot> slot, int most) {
    return after(Optional.empty()).after(slot, most);
  }
}
