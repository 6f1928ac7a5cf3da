package net.alogins.oo.signal.testkit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;

/** A vault for tests: it keeps secrets as they are, where anybody can read them. */
public final class MemoryVault implements TokenVault {

  private final Map<Slot, byte[]> secrets = new HashMap<>();

  /** Makes one without secrets. */
  public MemoryVault() {}

  @Override
  public void put(Slot slot, byte[] secret) {
    synchronized (secrets) {
      secrets.put(slot, secret.clone());
    }
  }

  @Override
  public <T> Optional<T> use(Slot slot, Use<T> use)
      throws ConnectorException, InterruptedException {
    Optional<byte[]> found = copy(slot);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(use.with(found.get()));
    } finally {
      Arrays.fill(found.get(), (byte) 0);
    }
  }

  private Optional<byte[]> copy(Slot slot) {
    synchronized (secrets) {
      return Optional.ofNullable(secrets.get(slot)).map(byte[]::clone);
    }
  }

  @Override
  public void remove(ConnectionId connection) {
    synchronized (secrets) {
      secrets.keySet().removeIf(slot -> slot.connection().equals(connection));
    }
  }

  /** How many secrets there are. */
  public int size() {
    synchronized (secrets) {
      return secrets.size();
    }
  }
}
