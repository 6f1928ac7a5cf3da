package net.alogins.oo.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/** How many texts are asked for each person in a day, which begins at midnight UTC. */
final class Allowance {

  private static final int MOST_PEOPLE = 100_000;

  private record Day(LocalDate date, int texts) {}

  private final int most;
  private final Clock clock;
  private final Cache<UserId, Day> days =
      Caffeine.newBuilder().maximumSize(MOST_PEOPLE).executor(Runnable::run).build();

  Allowance(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** How many of {@code wanted} texts may be asked for {@code user} now; they count as asked. */
  int take(UserId user, int wanted) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    int before =
        Optional.ofNullable(days.getIfPresent(user))
            .filter(day -> day.date().equals(today))
            .map(Day::texts)
            .orElse(0);
    int taken = Math.min(wanted, most - before);
    days.put(user, new Day(today, before + taken));
    return taken;
  }
}
