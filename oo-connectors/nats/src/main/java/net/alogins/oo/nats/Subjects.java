package net.alogins.oo.nats;

import java.nio.charset.StandardCharsets;
import net.alogins.oo.id.TenantId;

/**
 * What streams and subjects are called. Of a tenant's name, what NATS does not allow in a word is
 * written as {@code =} and two hexadecimal digits for each byte.
 */
final class Subjects {

  private static final String PLAIN = "[A-Za-z0-9_-]";

  private final String tenant;

  Subjects(TenantId tenant) {
    this.tenant = word(tenant.value());
  }

  private static String word(String text) {
    StringBuilder word = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      String letter = String.valueOf((char) each);
      word.append(letter.matches(PLAIN) ? letter : "=%02x".formatted(each & 0xff));
    }
    return word.toString();
  }

  /** The stream of events. */
  String events() {
    return "oo_" + tenant;
  }

  /** The stream of what others say. */
  String incoming() {
    return events() + "_in";
  }

  /** The stream of what could not be taken. */
  String dead() {
    return events() + "_dead";
  }

  String event(String person, String type) {
    return "oo." + tenant + "." + person + "." + type;
  }

  String everyEvent() {
    return event("*", "*");
  }

  String in(String person, String type) {
    return event("in", person) + "." + type;
  }

  String everyIncoming() {
    return in("*", "*");
  }

  String dead(String person, String why) {
    return event("dead", person) + "." + why;
  }

  String everyDead() {
    return dead("*", "*");
  }
}
