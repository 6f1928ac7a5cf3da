package net.alogins.oo.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;

/**
 * When people are busy, as their calendars have said lately: in memory, filled by syncs, and asked
 * by whoever wants a tip. After a start it is empty until the first sync of each calendar. It may
 * be used from any thread.
 */
public final class BusyTimes {

  /** How far ahead calendars are looked at. */
  static final Duration AHEAD = Duration.ofDays(8);

  /** After so long a calendar is looked at again, also if nothing in it has changed. */
  static final Duration FRESH = Duration.ofHours(1);

  /** The most times of one calendar; those that come first. */
  static final int MOST_TIMES = 1_000;

  private static final Duration KNOWN = Duration.ofDays(7);
  private static final int MOST_PEOPLE = 1_000;
  private static final int MOST_MINUTES = 24 * 60;
  private static final int MOST_ATTRIBUTES = 32;

  private final Map<UserId, Map<ConnectionId, Told>> people =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Map<ConnectionId, Told>> eldest) {
          return size() > MOST_PEOPLE;
        }
      };

  private record Told(Instant at, List<Interval> times) {}

  /** Makes one that knows nothing. */
  public BusyTimes() {}

  /** What a calendar said {@code at} that time takes the place of what it said before. */
  synchronized void tell(UserId user, ConnectionId calendar, Instant at, List<Interval> times) {
    List<Interval> first =
        times.stream().sorted(Comparator.comparing(Interval::from)).limit(MOST_TIMES).toList();
    people.computeIfAbsent(user, any -> new HashMap<>()).put(calendar, new Told(at, first));
  }

  /** Whether a calendar has said so lately that it need not be asked for the passing of time. */
  synchronized boolean isFresh(UserId user, ConnectionId calendar, Instant now) {
    return Optional.ofNullable(people.getOrDefault(user, Map.of()).get(calendar))
        .filter(told -> now.isBefore(told.at().plus(FRESH)))
        .isPresent();
  }

  /** Forgets what a calendar said. */
  synchronized void forget(UserId user, ConnectionId calendar) {
    people.getOrDefault(user, new HashMap<>()).remove(calendar);
  }

  /**
   * The whole minutes until the person's next event, a day at most; 0 during one; empty if no
   * calendar of theirs has said anything for a week.
   */
  public synchronized OptionalInt minutesFree(UserId user, Instant now) {
    return people.getOrDefault(user, Map.of()).values().stream()
        .filter(told -> now.isBefore(told.at().plus(KNOWN)))
        .mapToInt(told -> minutesFree(told.times(), now))
        .min();
  }

  private static int minutesFree(List<Interval> times, Instant now) {
    return times.stream()
        .filter(time -> time.to().isAfter(now))
        .mapToInt(time -> minutes(Duration.between(now, time.from())))
        .reduce(MOST_MINUTES, Math::min);
  }

  private static int minutes(Duration until) {
    return (int) Math.max(0, Math.min(MOST_MINUTES, until.toMinutes()));
  }

  /**
   * What a host knows about this moment, and {@link Attributes#MINUTES_FREE} as calendars have it;
   * what the host says of that itself goes first.
   */
  public Attributes moment(UserId user, Instant now, Attributes given) {
    OptionalInt minutes = minutesFree(user, now);
    boolean isFull = given.texts().size() + given.numbers().size() >= MOST_ATTRIBUTES;
    boolean isSaid =
        given.number(Attributes.MINUTES_FREE).isPresent()
            || given.text(Attributes.MINUTES_FREE).isPresent();
    return minutes.isEmpty() || isFull || isSaid
        ? given
        : given.and(Attributes.MINUTES_FREE, minutes.getAsInt());
  }

  /**
   * Removes what takes longer than the minutes that are free, as far as both are known: a function
   * of the attribute {@link Attributes#MINUTES_FREE}, whoever says it.
   */
  public static CandidateFilter fitting() {
    return new CandidateFilter() {
      @Override
      public String name() {
        return "too-long-now";
      }

      @Override
      public boolean keeps(Candidate candidate, Context context) {
        double free = context.attributes().number(Attributes.MINUTES_FREE).orElse(Double.MAX_VALUE);
        return candidate.minutes().orElse(0) <= free;
      }
    };
  }
}
