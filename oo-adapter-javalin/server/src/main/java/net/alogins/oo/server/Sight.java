package net.alogins.oo.server;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.habits.Habits;
import net.alogins.oo.policy.Features;
import picocli.CommandLine.Option;

/** What is looked at when a tip is chosen: the standard features, and habits if they are wanted. */
final class Sight implements AutoCloseable {

  @Option(
      names = "--habits",
      defaultValue = "false",
      description = {
        "Looks at what people lately did, too, by kind and hour (OO_HABITS=true). What was learned",
        "without is not known with it, nor the other way."
      })
  private boolean isByHabits;

  private volatile Optional<Habits> habits = Optional.empty();

  /** The features of a server that writes {@code log}; habits are read behind it from now on. */
  Features over(EventLog log) {
    if (!isByHabits) {
      return Features.standard();
    }
    Habits reading = Habits.of(log).open();
    habits = Optional.of(reading);
    return reading.features();
  }

  /** The same features where nobody is asked for a tip. */
  Features still() {
    return isByHabits ? Habits.none().features() : Features.standard();
  }

  /** {@code others}, and how many rows habits are behind. */
  Map<String, Long> lags(Map<String, Long> others) {
    Map<String, Long> all = new TreeMap<>(others);
    habits.ifPresent(reading -> all.put("habits", reading.lag()));
    return all;
  }

  @Override
  public void close() {
    habits.ifPresent(Habits::close);
  }
}
