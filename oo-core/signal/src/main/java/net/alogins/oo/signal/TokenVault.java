package net.alogins.oo.signal;

import java.util.Optional;

/**
 * Where the secrets of connections are kept. Secrets are of 1 to 8,192 bytes, may be put and used
 * from any thread, and last until they are removed.
 */
public interface TokenVault {

  /** The longest secret, in bytes. */
  int LONGEST = 8192;

  /** Keeps {@code secret}, in the place of any that the slot had; the array is only read. */
  void put(Slot slot, byte[] secret);

  /**
   * What {@code use} makes of the secret of a slot; empty if it has none. The bytes are wiped when
   * it returns.
   *
   * @throws VaultException if there is one that cannot be read: it was changed, or is another
   *     slot's, or its key is missing
   */
  <T> Optional<T> use(Slot slot, Use<T> use) throws ConnectorException, InterruptedException;

  /** Forgets every secret of a connection. */
  void remove(ConnectionId connection);

  /** What is done with a secret. */
  @FunctionalInterface
  interface Use<T> {

    /** Uses {@code secret}, and keeps no copy. */
    T with(byte[] secret) throws ConnectorException, InterruptedException;
  }
}
