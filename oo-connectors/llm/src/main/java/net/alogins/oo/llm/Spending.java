package net.alogins.oo.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentMap;
import net.alogins.oo.id.UserId;

/** What was asked for each person today; forgotten when the process ends. */
final class Spending {

  private static final int MOST_PEOPLE = 100_000;

  private final Budget budget;
  private final Clock clock;
  private final ConcurrentMap<UserId, Day> days;

  Spending(Budget budget, Clock clock) {
    this.budget = budget;
    this.clock = clock;
    Cache<UserId, Day> cache = Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();
    this.days = cache.asMap();
  }

  private record Day(LocalDate date, int calls, long tokens) {

    Day plus(Day more) {
      return date.equals(more.date)
          ? new Day(date, calls + more.calls, tokens + more.tokens)
          : more;
    }
  }

  /** Whether one more call is within the budget. */
  boolean allows(UserId user) {
    Day day = today(0, 0);
    Day spent = days.getOrDefault(user, day);
    return !spent.date().equals(day.date())
        || (spent.calls() < budget.calls() && spent.tokens() < budget.tokens());
  }

  /** A call begins. */
  void call(UserId user) {
    days.merge(user, today(1, 0), Day::plus);
  }

  /** A call has cost so much. */
  void tokens(UserId user, int tokens) {
    days.merge(user, today(0, tokens), Day::plus);
  }

  private Day today(int calls, long tokens) {
    return new Day(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), calls, tokens);
  }
}
