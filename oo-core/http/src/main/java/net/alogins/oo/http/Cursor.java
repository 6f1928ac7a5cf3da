package net.alogins.oo.http;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Where a page begins, in a form that says nothing to its reader. */
final class Cursor {

  private Cursor() {}

  static String encode(long position) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static long decode(String field, String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      long position = bytes.length == Long.BYTES ? ByteBuffer.wrap(bytes).getLong() : -1;
      if (position > 0 && encode(position).equals(cursor)) {
        return position;
      }
    } catch (IllegalArgumentException foreign) {
      // not Base64: refused like any other text that is no cursor
    }
    throw Refusal.invalid(field, "be the next of an earlier page");
  }
}
