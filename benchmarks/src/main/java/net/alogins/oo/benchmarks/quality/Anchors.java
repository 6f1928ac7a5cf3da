package net.alogins.oo.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * What others came to on the same sets, from a JSON file: of each set by its name {@code
 * vw_best_reward}, and the rewards of learners that are told every label, {@code vw_oaa} and {@code
 * ridge_oaa}.
 */
record Anchors(JsonNode sets) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Anchors none() {
    return new Anchors(JSON.createObjectNode());
  }

  static Anchors read(Path file) throws IOException {
    return new Anchors(JSON.readTree(file.toFile()));
  }

  /** The best of Vowpal Wabbit's configurations, chosen with hindsight. */
  OptionalDouble best(String set) {
    JsonNode value = sets.path(set).path("vw_best_reward");
    return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }

  /** The better of those that are told every label. */
  OptionalDouble told(String set) {
    double most = Double.NaN;
    for (String name : new String[] {"vw_oaa", "ridge_oaa"}) {
      JsonNode value = sets.path(set).path(name);
      if (value.isNumber()) {
        most = Double.isNaN(most) ? value.doubleValue() : Math.max(most, value.doubleValue());
      }
    }
    return Double.isNaN(most) ? OptionalDouble.empty() : OptionalDouble.of(most);
  }
}
