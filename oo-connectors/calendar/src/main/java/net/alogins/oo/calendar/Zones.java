package net.alogins.oo.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * The time zones of one calendar, each as one that the JDK knows: by its name, by a name that
 * others have for it, by the end of its name, or because its offsets are nearly always the same in
 * the two years before and after now. None is loaded from anywhere, nor made known to the JVM.
 */
final class Zones implements TimeZoneRegistry {

  private static final Map<String, String> ALIASES = aliases();
  private static final Duration SAMPLE = Duration.ofDays(7);
  private static final int SAMPLES = 208;

  /** Definitions that are older than the rules of today still agree for eleven months of twelve. */
  private static final int LEAST_AGREEMENT = 180;

  private static final int LONGEST_NAME = 256;

  private final Instant first;
  private final Map<String, VTimeZone> defined = new HashMap<>();
  private final Map<String, ZoneId> known = new HashMap<>();

  Zones(Instant now) {
    this.first = now.minus(SAMPLE.multipliedBy(SAMPLES / 2));
  }

  /** Its names of others are there once that class has been looked at. */
  private static Map<String, String> aliases() {
    try {
      Class.forName(TimeZoneRegistryImpl.class.getName());
      return ZONE_ALIASES;
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException("ical4j must have its registry", impossible);
    }
  }

  void define(VTimeZone zone) {
    zone.getProperty(Property.TZID).ifPresent(id -> defined.putIfAbsent(id.getValue(), zone));
  }

  /**
   * The zone of this name.
   *
   * @throws IllegalArgumentException if there is none; a {@link DateTimeException} would make
   *     ical4j look for one elsewhere
   */
  @Override
  public ZoneId getZoneId(String name) {
    return known.computeIfAbsent(
        name,
        any ->
            byName(any)
                .or(() -> byOffsets(any))
                .orElseThrow(() -> new IllegalArgumentException("there is no such zone")));
  }

  /** By the whole of it, or by what is behind one of its slashes. */
  private static Optional<ZoneId> byName(String name) {
    String some = name.length() > LONGEST_NAME ? "" : name;
    Optional<ZoneId> zone = parsed(some);
    for (int at = some.indexOf('/'); at >= 0 && zone.isEmpty(); at = some.indexOf('/', at + 1)) {
      zone = parsed(some.substring(at + 1));
    }
    return zone;
  }

  private static Optional<ZoneId> parsed(String name) {
    try {
      return Optional.of(ZoneId.of(name, ALIASES));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private Optional<ZoneId> byOffsets(String name) {
    return Optional.ofNullable(defined.get(name))
        .filter(Zones::isYearly)
        .flatMap(Zones::rules)
        .flatMap(this::like);
  }

  private static boolean isYearly(VTimeZone zone) {
    return zone.getObservances().stream()
        .<List<RRule<?>>>map(observance -> observance.getProperties(Property.RRULE))
        .flatMap(List::stream)
        .allMatch(rule -> rule.getRecur().getFrequency() == Frequency.YEARLY);
  }

  private static Optional<ZoneRules> rules(VTimeZone zone) {
    try {
      return Optional.of(new ZoneRulesBuilder().vTimeZone(zone).build());
    } catch (RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** The one whose offsets agree for the longest time, if that is nearly all of it. */
  private Optional<ZoneId> like(ZoneRules rules) {
    if (rules.isFixedOffset()) {
      return Optional.of(rules.getOffset(first));
    }
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name -> !name.startsWith("ical4j"))
        .sorted()
        .map(ZoneId::of)
        .max(Comparator.comparing(zone -> agreement(zone, rules)))
        .filter(zone -> agreement(zone, rules) >= LEAST_AGREEMENT);
  }

  private long agreement(ZoneId zone, ZoneRules rules) {
    return moments().filter(at -> isSame(zone.getRules(), rules, at)).count();
  }

  private static boolean isSame(ZoneRules one, ZoneRules other, Instant at) {
    return one.getOffset(at).equals(other.getOffset(at));
  }

  private Stream<Instant> moments() {
    return Stream.iterate(first, at -> at.plus(SAMPLE)).limit(SAMPLES);
  }

  /** As long as this is empty, ical4j asks nobody here. */
  @Override
  public Map<String, ZoneRules> getZoneRules() {
    return Map.of(ZoneOffset.UTC.getId(), ZoneOffset.UTC.getRules());
  }

  @Override
  public String getTzId(String zone) {
    return zone;
  }

  @Override
  public TimeZone getTimeZone(String name) {
    throw new UnsupportedOperationException("zones here have no definitions");
  }

  @Override
  public void register(TimeZone zone) {
    define(zone.getVTimeZone());
  }

  @Override
  public void register(TimeZone zone, boolean update) {
    register(zone);
  }

  @Override
  public void clear() {
    defined.clear();
    known.clear();
  }
}
