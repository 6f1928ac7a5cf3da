package net.alogins.oo.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.TipEvent;
import net.alogins.oo.signal.ConnectionId;

/**
 * What is told of one row of the log.
 *
 * @param event what happened
 * @param type what it is called
 * @param data what is said of it: the texts by their names
 */
record Tiding(TipEvent event, String type, Map<String, String> data) {

  /** What is told of {@code event}; empty if nothing is. */
  static Optional<Tiding> of(Event event) {
    if (event instanceof Decided decided) {
      return Optional.of(new Tiding(decided, "tip.served", served(decided)));
    }
    if (event instanceof Reacted reacted) {
      String type = "tip." + reacted.kind().name().toLowerCase(Locale.ROOT);
      return Optional.of(new Tiding(reacted, type, said(reacted)));
    }
    return event instanceof Retracted retracted
        ? Optional.of(new Tiding(retracted, "tip.undone", undone(retracted)))
        : Optional.empty();
  }

  private static Map<String, String> of(TipEvent event) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("tip", event.tip().toString());
    return data;
  }

  private static Map<String, String> served(Decided decided) {
    Map<String, String> data = of(decided);
    data.put("source", decided.candidate().source());
    data.put("key", decided.candidate().key());
    data.put("title", decided.card().title());
    Optional<String> link = Optional.of(decided.card().link()).filter(text -> !text.isEmpty());
    link.ifPresent(text -> data.put("link", text));
    decided.card().due().map(LocalDate::toString).ifPresent(day -> data.put("due", day));
    return data;
  }

  private static Map<String, String> said(Reacted reacted) {
    Map<String, String> data = of(reacted);
    data.put("reaction", reacted.id().toString());
    reacted.until().map(Instant::toString).ifPresent(until -> data.put("until", until));
    return data;
  }

  private static Map<String, String> undone(Retracted retracted) {
    Map<String, String> data = of(retracted);
    data.put("reaction", retracted.target().toString());
    return data;
  }

  /** The same for the same fact, however often a connection is told. */
  String id(ConnectionId connection) {
    String word = connection + "/" + event.identity();
    return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8)).toString();
  }

  byte[] body() {
    String members =
        data.entrySet().stream()
            .map(member -> JsonText.of(member.getKey()) + ":" + JsonText.of(member.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
        .formatted(type, event.at(), members)
        .getBytes(StandardCharsets.UTF_8);
  }
}
