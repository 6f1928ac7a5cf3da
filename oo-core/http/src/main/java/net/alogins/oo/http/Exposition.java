package net.alogins.oo.http;

/**
 * Numbers as Prometheus reads them: its text format, version 0.0.4. Each family is begun once, and
 * what comes until the next belongs to it.
 */
final class Exposition {

  private final StringBuilder text = new StringBuilder();
  private String family = "";

  /** Begins the family {@code name}: a gauge, a counter or a histogram. */
  Exposition family(String name, String type, String help) {
    family = name;
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    return this;
  }

  /** The number of the family. */
  Exposition is(Number value) {
    return line("", "", value);
  }

  /** The number of the family for {@code value} of {@code label}. */
  Exposition is(String label, String value, Number number) {
    return line("", label(label, value), number);
  }

  /** The number of the family for two labels. */
  Exposition is(String label, String value, String other, String its, Number number) {
    return line("", label(label, value) + "," + label(other, its), number);
  }

  /** These durations as the histogram of the family, in seconds. */
  Exposition are(Durations durations) {
    long count = 0;
    for (int i = 0; i < Durations.BOUNDS.size(); i++) {
      count += durations.within(i);
      line("_bucket", label("le", Durations.BOUNDS.get(i).toString()), count);
    }
    count += durations.within(Durations.BOUNDS.size());
    return line("_bucket", label("le", "+Inf"), count)
        .line("_sum", "", durations.seconds())
        .line("_count", "", count);
  }

  private Exposition line(String suffix, String labels, Number value) {
    text.append(family).append(suffix);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
    return this;
  }

  private static String label(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + "=\"" + escaped + '"';
  }

  String text() {
    return text.toString();
  }
}
