package net.alogins.oo.todoist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How {@link FakeTodoist} writes and reads, and what it leaves out if it is told to. */
final class FakeWire {

  static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> omitted = new ConcurrentHashMap<>();

  /** An answer in JSON. */
  record Answer(int status, Object body) {}

  void omit(String kind, String field) {
    omitted.clear();
    omitted.put(kind, field);
  }

  Answer ok(String kind, Object object) {
    return new Answer(200, shaped(kind, object));
  }

  List<?> each(String kind, Object objects) {
    return ((List<?>) objects).stream().map(object -> shaped(kind, object)).toList();
  }

  Map<String, Object> shaped(String kind, Object object) {
    Map<String, Object> shape = new LinkedHashMap<>();
    ((Map<?, ?>) object).forEach((name, value) -> shape.put(String.valueOf(name), value));
    for (String part : List.of("due", "duration", "deadline", "initiator", "tz_info", "features")) {
      if (shape.get(part) instanceof Map<?, ?> inner) {
        shape.put(part, shaped(part, inner));
      }
    }
    shape.remove(omitted.getOrDefault(kind, ""));
    return shape;
  }

  Answer failed(int status, String tag) {
    return new Answer(status, shaped("error", error(status, tag)));
  }

  Map<String, Object> error(int status, String tag) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error", "refused");
    error.put("error_code", status);
    error.put("error_extra", Map.of());
    error.put("error_tag", tag);
    error.put("http_code", status);
    return error;
  }

  static Map<String, String> query(URI uri) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : String.valueOf(uri.getRawQuery()).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String value = parts.length < 2 ? "" : parts[1];
      parameters.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
