package net.alogins.oo.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.VaultException;

/** Seals every secret with the primary key, while others read and write. */
final class Resealing {

  private static final int PAGE = 500;

  private final SecretStore store;
  private final TenantId tenant;
  private final MasterKeys keys;
  private int secrets;
  private int unreadable;

  Resealing(SecretStore store, TenantId tenant, MasterKeys keys) {
    this.store = store;
    this.tenant = tenant;
    this.keys = keys;
  }

  Resealed run() {
    Optional<Slot> last = Optional.empty();
    List<SecretStore.Kept> page = store.after(last, PAGE);
    while (!page.isEmpty()) {
      page.forEach(kept -> reseal(kept.slot(), Optional.of(kept.sealed())));
      page = store.after(Optional.of(page.get(page.size() - 1).slot()), PAGE);
    }
    return new Resealed(secrets, unreadable);
  }

  /** Whoever writes meanwhile is right; but what they wrote may be of an older key, too. */
  private void reseal(Slot slot, Optional<Sealed> known) {
    Optional<Sealed> old = known.filter(this::isOlder);
    while (old.isPresent() && !isResealed(slot, old.get())) {
      old = store.find(slot).filter(this::isOlder);
    }
  }

  private boolean isOlder(Sealed sealed) {
    return sealed.key().stream().noneMatch(id -> id == keys.primary());
  }

  /** Whether there is nothing more to do for {@code old}. */
  private boolean isResealed(Slot slot, Sealed old) {
    Optional<Sealed> fresh = again(slot, old);
    if (fresh.isEmpty()) {
      unreadable++;
      return true;
    }
    boolean isReplaced = store.replace(slot, old, fresh.get());
    secrets += isReplaced ? 1 : 0;
    return isReplaced;
  }

  private Optional<Sealed> again(Slot slot, Sealed old) {
    try {
      byte[] secret = keys.open(old, tenant, slot);
      try {
        return Optional.of(keys.seal(secret, tenant, slot));
      } finally {
        Arrays.fill(secret, (byte) 0);
      }
    } catch (VaultException unreadableNow) {
      return Optional.empty();
    }
  }
}
