package net.alogins.oo.vault;

import java.nio.charset.StandardCharsets;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;

/** Slots that tests put secrets into. */
final class Slots {

  static final TenantId HOME = new TenantId("home");
  static final Slot ADAS = of("ada", "one", Secret.ACCESS);
  static final Slot BOBS = of("bob", "two", Secret.ACCESS);

  private Slots() {}

  static Slot of(String user, String connection, Secret secret) {
    return new Slot(new UserId(user), "todoist", new ConnectionId(connection), secret);
  }

  /** One of many, each of somebody else. */
  static Slot number(int i) {
    return of("user-" + i, "connection-" + i, Secret.ACCESS);
  }

  static byte[] bytes(String secret) {
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  /** What lies in a slot, as a text. */
  static String read(TokenVault vault, Slot slot) throws Exception {
    return vault.use(slot, secret -> new String(secret, StandardCharsets.UTF_8)).orElse("nothing");
  }
}
