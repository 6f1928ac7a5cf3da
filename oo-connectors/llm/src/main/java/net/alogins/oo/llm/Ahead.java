package net.alogins.oo.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.alogins.oo.id.UserId;

/**
 * Generations that are made before they are needed: the first question of somebody waits a little
 * for one, every later one takes what is there, and has a new one made behind it when the person's
 * situation has changed. For each person there is one under way at a time.
 */
final class Ahead {

  private static final Duration FRESH = Duration.ofHours(4);
  private static final Duration KEPT = Duration.ofHours(12);

  private final Generator generator;
  private final Guard guard;
  private final Spending spending;
  private final Pace pace;
  private final Counts counts;
  private final Clock clock;
  private final ExecutorService executor;
  private final Cache<UserId, Desk> desks;

  Ahead(
      Generator generator,
      Guard guard,
      Spending spending,
      Pace pace,
      Counts counts,
      Clock clock,
      ExecutorService executor,
      int people) {
    this.generator = generator;
    this.guard = guard;
    this.spending = spending;
    this.pace = pace;
    this.counts = counts;
    this.clock = clock;
    this.executor = executor;
    this.desks = Caffeine.newBuilder().maximumSize(people).executor(Runnable::run).build();
  }

  /** What is there for {@code wish}, made for it or shortly before. */
  Kept kept(Wish wish) throws Absent, InterruptedException {
    Desk desk = desks.get(wish.user(), any -> new Desk());
    Instant now = clock.instant();
    Optional<Kept> there = desk.kept(now.minus(KEPT));
    if (there.isPresent() && there.get().isFresh(wish.situation().key(), now.minus(FRESH))) {
      return there.get();
    }
    Optional<Future<?>> begun = begin(desk, wish, there.isPresent());
    return there.isPresent() ? there.get() : await(desk, begun.orElseThrow(Absent.NotYet::new));
  }

  /** Has a generation made, unless one is; where something is kept, a refusal does no harm. */
  private Optional<Future<?>> begin(Desk desk, Wish wish, boolean isKept) throws Absent {
    try {
      return Optional.of(desk.pending(() -> submitted(desk, wish)));
    } catch (Absent refused) {
      counts.add("absent." + refused.getClass().getSimpleName());
      if (isKept) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private Future<?> submitted(Desk desk, Wish wish) throws Absent {
    if (desk.rests(clock.instant())) {
      throw new Absent.LeftAlone();
    }
    if (!spending.allows(wish.user())) {
      throw new Absent.OverBudget();
    }
    guard.enter();
    try {
      return executor.submit(() -> generate(desk, wish));
    } catch (RejectedExecutionException ended) {
      guard.left();
      throw new Absent.Busy();
    }
  }

  private void generate(Desk desk, Wish wish) {
    long begun = pace.nanos();
    try {
      desk.keep(generator.generate(wish, pace.count()));
      guard.succeeded();
      counts.add("generations");
    } catch (RuntimeException thrown) {
      Failure failure = Failure.of(thrown, Failure.Kind.MALFORMED);
      counts.failed(failure);
      desk.rest(clock.instant().plus(Guard.REST));
      leave(failure);
    } finally {
      pace.took(begun);
      desk.done();
    }
  }

  /** A consent that was taken back, or an end of the process, says nothing of the model. */
  private void leave(Failure failure) {
    switch (failure.kind()) {
      case CONSENT_WITHDRAWN, INTERRUPTED -> guard.left();
      default -> guard.failed(failure);
    }
  }

  private Kept await(Desk desk, Future<?> begun) throws Absent, InterruptedException {
    try {
      begun.get(pace.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      counts.add("absent.NotYet");
    }
    return desk.kept(Instant.MIN).orElseThrow(Absent.NotYet::new);
  }

  /** Keeps nothing of {@code user}, and makes nothing for them. */
  void forget(UserId user) {
    Optional.ofNullable(desks.asMap().remove(user)).ifPresent(Desk::clear);
  }
}
