package net.alogins.oo.vault;

import java.util.List;
import java.util.Optional;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Slot;

/**
 * Where sealed secrets of one tenant lie, each under the whole of its slot. Each method is one
 * transaction and durable when it returns. Calls may come from any thread, and what one has done,
 * every later one sees.
 */
public interface SecretStore {

  /** What lies in a slot. */
  record Kept(Slot slot, Sealed sealed) {}

  /** Keeps {@code sealed}, in the place of any that the slot had. */
  void put(Slot slot, Sealed sealed);

  /** What lies in a slot. */
  Optional<Sealed> find(Slot slot);

  /** Keeps {@code fresh} if {@code old} still lies in the slot, and says whether it did. */
  boolean replace(Slot slot, Sealed old, Sealed fresh);

  /** Forgets every secret of a connection, whosever it is. */
  void remove(ConnectionId connection);

  /**
   * The first {@code most} secrets behind {@code slot}, or from the beginning on, in an order of
   * the store's own that never changes.
   */
  List<Kept> after(Optional<Slot> slot, int most);
}
