package net.alogins.oo.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.VaultException;

/**
 * Master keys, a keyset of Tink: the primary one seals, each opens what it has sealed. All are of
 * AES-256-GCM.
 */
final class MasterKeys {

  private final KeysetHandle keyset;
  private final Aead aead;

  private MasterKeys(KeysetHandle keyset) throws GeneralSecurityException {
    this.keyset = keyset;
    this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  /** One new key. */
  static MasterKeys fresh() {
    try {
      return new MasterKeys(builder(KeysetHandle.newBuilder()).addEntry(newPrimary()).build());
    } catch (GeneralSecurityException impossible) {
      throw new VaultException("a new key must be possible to make", impossible);
    }
  }

  private static KeysetHandle.Builder builder(KeysetHandle.Builder builder)
      throws GeneralSecurityException {
    return builder.setConfiguration(AeadConfig2026.get());
  }

  private static KeysetHandle.Builder.Entry newPrimary() {
    return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
        .withRandomId()
        .makePrimary();
  }

  /**
   * The keys that {@code text} spells, in Tink's JSON.
   *
   * @param name what the text is called in a message
   */
  static MasterKeys parsed(String text, String name) {
    try {
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(
              text, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
      if (!entries(keyset).allMatch(MasterKeys::isOurs)) {
        throw new VaultException(name + " must hold keys of AES-256-GCM only");
      }
      return new MasterKeys(keyset);
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      throw unreadable instanceof VaultException known ? known : noKeyset(name);
    }
  }

  /** Without the cause, whose words may quote the text. */
  private static VaultException noKeyset(String name) {
    return new VaultException(name + " must be a keyset of Tink, in JSON, with a primary key");
  }

  private static Stream<KeysetHandle.Entry> entries(KeysetHandle keyset) {
    return IntStream.range(0, keyset.size()).mapToObj(keyset::getAt);
  }

  private static boolean isOurs(KeysetHandle.Entry entry) {
    return entry.getKey().getParameters().equals(PredefinedAeadParameters.AES256_GCM);
  }

  /** The same keys as a text, which is as secret as they are. */
  String text() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException impossible) {
      throw new VaultException("keys must be possible to write", impossible);
    }
  }

  /** These keys, and a new one that seals. */
  MasterKeys withFreshPrimary() {
    try {
      return new MasterKeys(
          builder(KeysetHandle.newBuilder(keyset)).addEntry(newPrimary()).build());
    } catch (GeneralSecurityException impossible) {
      throw new VaultException("a new key must be possible to make", impossible);
    }
  }

  /** The primary key, and those whose ids are {@code wanted}. */
  MasterKeys only(IntPredicate wanted) {
    try {
      KeysetHandle.Builder kept = builder(KeysetHandle.newBuilder(keyset));
      int primary = primary();
      for (int i = keyset.size() - 1; i >= 0; i--) {
        int id = keyset.getAt(i).getId();
        if (id != primary && !wanted.test(id)) {
          kept.deleteAt(i);
        }
      }
      return new MasterKeys(kept.build());
    } catch (GeneralSecurityException impossible) {
      throw new VaultException("keys must be possible to remove", impossible);
    }
  }

  int size() {
    return keyset.size();
  }

  /** The id of the key that seals. */
  int primary() {
    return keyset.getPrimary().getId();
  }

  /** Whether the key is here that {@code sealed} names. */
  boolean have(Sealed sealed) {
    return sealed.key().stream().anyMatch(ids()::contains);
  }

  private Set<Integer> ids() {
    return entries(keyset)
        .filter(entry -> entry.getStatus().equals(KeyStatus.ENABLED))
        .map(KeysetHandle.Entry::getId)
        .collect(Collectors.toSet());
  }

  /** Seals {@code secret} for {@code slot}. */
  Sealed seal(byte[] secret, TenantId tenant, Slot slot) {
    try {
      return Sealed.of(aead.encrypt(secret, Binding.of(tenant, slot)));
    } catch (GeneralSecurityException failure) {
      throw new VaultException(named(slot) + " must be possible to seal", failure);
    }
  }

  /**
   * The secret that was sealed for {@code slot}; whoever gets it wipes it.
   *
   * @throws VaultException if it was sealed for another, by another key, or is not as it was
   */
  byte[] open(Sealed sealed, TenantId tenant, Slot slot) {
    if (!have(sealed)) {
      throw new VaultException(named(slot) + " must be sealed with a key that is there");
    }
    try {
      return aead.decrypt(sealed.bytes(), Binding.of(tenant, slot));
    } catch (GeneralSecurityException changed) {
      throw new VaultException(named(slot) + " must be as it was sealed, and for this", changed);
    }
  }

  private static String named(Slot slot) {
    return "secret %s of connection %s to %s"
        .formatted(slot.secret(), slot.connection(), slot.connector());
  }
}
