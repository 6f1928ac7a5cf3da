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

  private record Day(LocalDate date, int texts) {

    Day plus(int more) {
      return new Day(date, texts + more);
    }
  }

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
    Day before = today(user);
    int taken = Math.min(wanted, most - before.texts());
    days.put(user, before.plus(taken));
    return taken;
  }

  /** Takes back that {@code unanswered} of the texts that were taken today count. */
  void giveBack(UserId user, int unanswered) {
    Day before = today(user);
    days.put(user, before.plus(-Math.min(unanswered, before.texts())));
  }

  private Day today(UserId user) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Optional.ofNullable(days.getIfPresent(user))
        .filter(day -> day.date().equals(today))
        .orElse(new Day(today, 0));
  }
}
