package net.alogins.oo.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The body of a request: one JSON object in UTF-8. */
final class Body {

  /** The largest body, in bytes. */
  static final int LARGEST = 256 * 1024;

  /** A body is seldom as large, in bytes: no more is made ready for it at first. */
  private static final int USUAL = 512;

  /** How much more of a body that is too large is read, in bytes, so that its sender is told so. */
  private static final int DROPPED = 2 * 1024 * 1024;

  /** What whoever has nothing to add sends: it needs no reading. */
  private static final byte[] NOTHING = {'{', '}'};

  private static final String JSON = "application/json";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          JSON + "\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

  private Body() {}

  /** The object's fields, which must be among {@code known}. */
  static Fields fields(Request request, String... known) {
    String type = request.headers().apply("Content-Type");
    if (!type.equals(JSON) && !MEDIA_TYPE.matcher(type.strip()).matches()) {
      throw Refusal.unsupported();
    }
    byte[] body = bytes(request.body());
    if (Arrays.equals(body, NOTHING)) {
      return Fields.none();
    } else if (Json.read(text(body)) instanceof ObjectNode object) {
      return Fields.among(object, known);
    }
    throw Refusal.invalid("body", "be a JSON object");
  }

  private static byte[] bytes(InputStream body) {
    byte[] bytes = arrived(body);
    if (bytes.length > LARGEST) {
      drop(body);
      throw Refusal.tooLarge(LARGEST);
    }
    return bytes;
  }

  /** Servers throw both kinds when a client stops in the middle or breaks the framing. */
  private static byte[] arrived(InputStream body) {
    try {
      byte[] first = body.readNBytes(USUAL);
      return first.length < USUAL ? first : joined(first, body.readNBytes(LARGEST + 1 - USUAL));
    } catch (IOException | RuntimeException broken) {
      throw Refusal.invalid("body", "arrive whole");
    }
  }

  private static byte[] joined(byte[] first, byte[] rest) {
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  /** Whoever still sends when the server hangs up would see that, and not the answer. */
  private static void drop(InputStream body) {
    byte[] some = new byte[8192];
    int left = DROPPED;
    try {
      for (int read = 0; read >= 0 && left > 0; left -= read) {
        read = body.read(some);
      }
    } catch (IOException | RuntimeException broken) {
      throw Refusal.tooLarge(LARGEST);
    }
  }

  private static CharBuffer text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException malformed) {
      throw Refusal.invalid("body", "be UTF-8");
    }
  }
}
