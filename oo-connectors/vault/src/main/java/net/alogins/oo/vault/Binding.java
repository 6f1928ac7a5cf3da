package net.alogins.oo.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.signal.Slot;

/**
 * What a secret is bound to (the associated data of its encryption): a word for the format, tenant,
 * user, connector, connection and kind of secret, each as the length of its UTF-8 in 4 bytes and
 * then that. So no two slots have the same, whatever they are called.
 */
final class Binding {

  private static final String FORMAT = "oo-vault-1";

  private Binding() {}

  static byte[] of(TenantId tenant, Slot slot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List.of(
            FORMAT,
            tenant.value(),
            slot.user().value(),
            slot.connector(),
            slot.connection().value(),
            slot.secret().name())
        .forEach(part -> write(part.getBytes(StandardCharsets.UTF_8), bytes));
    return bytes.toByteArray();
  }

  private static void write(byte[] part, ByteArrayOutputStream bytes) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    bytes.writeBytes(part);
  }
}
