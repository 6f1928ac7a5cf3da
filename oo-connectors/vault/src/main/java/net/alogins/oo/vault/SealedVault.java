package net.alogins.oo.vault;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.signal.VaultException;

/**
 * A vault of one tenant, whose secrets are sealed with AES-256-GCM where they lie, and are in the
 * clear during one use only. Each is bound to tenant, user, connector, connection and kind: what is
 * moved, changed or cut is refused.
 *
 * <p>Reading takes the keys first and the secret then, without a lock: should the secret be of a
 * newer key, it looks at the keys again. Writing shares a lock that publishing a key takes alone,
 * so that nothing is sealed with an older key once a rotation has begun to look for such.
 */
public final class SealedVault implements TokenVault {

  private static final int LOOKS = 3;
  private static final int PAGE = 500;

  private final KeyPlace place;
  private final SecretStore store;
  private final TenantId tenant;
  private final ReadWriteLock sealing = new ReentrantReadWriteLock();
  private volatile MasterKeys keys;

  private SealedVault(KeyPlace place, SecretStore store, TenantId tenant) {
    this.place = place;
    this.store = store;
    this.tenant = tenant;
    this.keys = place.require();
  }

  /**
   * The vault of {@code tenant} whose keys lie in {@code place}, and secrets in {@code store}.
   *
   * @throws VaultException if the keys are not there, or cannot be used
   */
  public static SealedVault open(KeyPlace place, SecretStore store, TenantId tenant) {
    return new SealedVault(place, store, tenant);
  }

  /**
   * The same; a first key is made if there is none.
   *
   * @throws VaultException if there is no key but there are secrets, or the keys cannot be used
   */
  public static SealedVault openOrBegin(KeyPlace place, SecretStore store, TenantId tenant) {
    if (place.load().isEmpty()) {
      place.exclusively(() -> begun(place, store));
    }
    return open(place, store, tenant);
  }

  private static boolean begun(KeyPlace place, SecretStore store) {
    if (place.load().isPresent()) {
      return false;
    }
    if (!store.after(Optional.empty(), 1).isEmpty()) {
      throw new VaultException(
          place.name() + " must be there: there are secrets that no other key can open");
    }
    place.save(MasterKeys.fresh());
    return true;
  }

  @Override
  public void put(Slot slot, byte[] secret) {
    if (secret.length == 0 || secret.length > LONGEST) {
      throw new VaultException(
          "a secret must be of 1 to " + LONGEST + " bytes but was of " + secret.length);
    }
    sealing.readLock().lock();
    try {
      store.put(slot, keys.seal(secret, tenant, slot));
    } finally {
      sealing.readLock().unlock();
    }
  }

  @Override
  public <T> Optional<T> use(Slot slot, Use<T> use)
      throws ConnectorException, InterruptedException {
    Optional<byte[]> secret = secret(slot);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(use.with(secret.get()));
    } finally {
      Arrays.fill(secret.get(), (byte) 0);
    }
  }

  private Optional<byte[]> secret(Slot slot) {
    MasterKeys known = keys;
    Optional<Sealed> sealed = store.find(slot);
    for (int look = 1; look < LOOKS && !sealed.map(known::have).orElse(true); look++) {
      known = newerThan(known);
      sealed = store.find(slot);
    }
    MasterKeys newest = known;
    return sealed.map(found -> newest.open(found, tenant, slot));
  }

  /** The keys that were published since, or else those that another process has made. */
  private MasterKeys newerThan(MasterKeys known) {
    return published(() -> keys == known ? place.require() : keys);
  }

  @Override
  public void remove(ConnectionId connection) {
    store.remove(connection);
  }

  /**
   * Makes a new key that seals from now on, and seals every secret with it, while others read and
   * write. However it ends, every secret can be read, and it can be done again. The older keys stay
   * until {@link #forgetOldKeys}.
   *
   * @throws VaultException if the keys cannot be changed, as those of a text, or another changes
   *     them now
   */
  public Resealed rotate() {
    return place.exclusively(
        () -> {
          MasterKeys fresh = place.require().withFreshPrimary();
          place.save(fresh);
          return resealed(fresh);
        });
  }

  /** Seals every secret with the key that seals, for hosts whose keys have changed elsewhere. */
  public Resealed reseal() {
    return place.exclusively(() -> resealed(place.require()));
  }

  private Resealed resealed(MasterKeys newest) {
    return new Resealing(store, tenant, published(() -> newest)).run();
  }

  /**
   * Removes every key but the newest that no secret here is sealed with, and says how many. No
   * other process may have the vault open that has not done so since the rotation, and no other
   * tenant may share the keys.
   *
   * @throws VaultException if the keys cannot be changed, as those of a text, or another changes
   *     them now
   */
  public int forgetOldKeys() {
    return place.exclusively(
        () -> {
          MasterKeys all = published(place::require);
          MasterKeys kept = all.only(keysInUse()::contains);
          if (kept.size() < all.size()) {
            place.save(kept);
            published(() -> kept);
          }
          return all.size() - kept.size();
        });
  }

  private Set<Integer> keysInUse() {
    Set<Integer> ids = new HashSet<>();
    List<SecretStore.Kept> page = store.after(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(kept -> kept.sealed().key().ifPresent(ids::add));
      page = store.after(Optional.of(page.get(page.size() - 1).slot()), PAGE);
    }
    return ids;
  }

  /** What seals, and opens, from now on; nothing is being sealed with another any more. */
  private MasterKeys published(Supplier<MasterKeys> newest) {
    sealing.writeLock().lock();
    try {
      keys = newest.get();
      return keys;
    } finally {
      sealing.writeLock().unlock();
    }
  }
}
