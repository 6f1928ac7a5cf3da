package net.alogins.oo.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;

/**
 * What people are called outside: the first half of the HMAC-SHA-256 of the tenant and the user, as
 * 32 hexadecimal digits. Without the key nobody finds out who is meant, or tries names until one
 * fits; with the same key the same person has the same name, in every process. Under another key
 * everybody is somebody new.
 */
public final class Pseudonyms {

  /** The bytes of a key. */
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGEST_BYTES = 16;

  private final TenantId tenant;
  private final ThreadLocal<Mac> mac;

  private Pseudonyms(TenantId tenant, SecretKeySpec key) {
    this.tenant = tenant;
    this.mac = ThreadLocal.withInitial(() -> keyed(key));
  }

  /**
   * The names of this tenant's people under {@code key}.
   *
   * @throws IllegalArgumentException unless the key has 32 bytes
   */
  public static Pseudonyms of(TenantId tenant, byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "key of pseudonyms must be " + KEY_BYTES + " bytes but was " + key.length);
    }
    return new Pseudonyms(tenant, new SecretKeySpec(key, ALGORITHM));
  }

  private static Mac keyed(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java must have " + ALGORITHM, impossible);
    }
  }

  /** Whose people they are. */
  public TenantId tenant() {
    return tenant;
  }

  /**
   * A number that is the same under the same key, positive, and says nothing about it; so that who
   * names the same people can be held to name them alike.
   */
  public long fingerprint() {
    byte[] digest = mac.get().doFinal(bytes(tenant.value()));
    return 1 + (ByteBuffer.wrap(digest).getLong() >>> 2);
  }

  /** What {@code user} is called. */
  public String of(UserId user) {
    Mac own = mac.get();
    own.update(bytes(tenant.value()));
    own.update((byte) 0);
    byte[] digest = own.doFinal(bytes(user.value()));
    return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
