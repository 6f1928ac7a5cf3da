package net.alogins.oo.webhook;

/** A text in JSON (RFC 8259). */
final class JsonText {

  private JsonText() {}

  /** The text, quoted, in ASCII alone. */
  static String of(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(unit -> append(json, (char) unit));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char unit) {
    if (unit == '"' || unit == '\\') {
      json.append('\\').append(unit);
    } else if (unit < ' ' || unit > '~') {
      json.append("\\u%04x".formatted((int) unit));
    } else {
      json.append(unit);
    }
  }
}
