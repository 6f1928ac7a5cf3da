package net.alogins.oo.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided.Missing;
import net.alogins.oo.id.CandidateId;

/** Asks every source: immediate ones on this thread, the others beside each other, in time. */
final class Gathering {

  private static final Log LOG = new Log(Gathering.class);
  private static final int MOST = 10_000;

  private final List<CandidateSource> sources;
  private final ExecutorService executor;
  private final LongSupplier ticker;
  private final Duration deadline;
  private final Set<CandidateSource> broken = ConcurrentHashMap.newKeySet();

  Gathering(
      List<CandidateSource> sources,
      ExecutorService executor,
      LongSupplier ticker,
      Duration deadline) {
    this.sources = List.copyOf(sources);
    this.executor = executor;
    this.ticker = ticker;
    this.deadline = deadline;
  }

  Gathered gather(Context context) {
    long end = ticker.getAsLong() + deadline.toNanos();
    Round round = new Round(context);
    List<Pending> slow = new ArrayList<>();
    sources.stream().filter(source -> !source.isImmediate()).forEach(s -> round.start(s, slow));
    sources.stream().filter(CandidateSource::isImmediate).forEach(round::askNow);
    slow.forEach(pending -> round.await(pending, end));
    return round.gathered();
  }

  /** A question that a source is still thinking about. */
  private record Pending(CandidateSource source, Future<List<Candidate>> answer) {}

  /** One question to all sources. */
  private final class Round {

    private final Context context;
    private final Map<CandidateSource, List<Candidate>> answers = new LinkedHashMap<>();
    private final List<Missing> missing = new ArrayList<>();

    Round(Context context) {
      this.context = context;
      sources.forEach(source -> answers.put(source, List.of()));
    }

    void start(CandidateSource source, List<Pending> slow) {
      try {
        slow.add(new Pending(source, executor.submit(() -> source.candidates(context))));
      } catch (RejectedExecutionException full) {
        missing.add(new Missing(source.name(), "busy"));
      }
    }

    void askNow(CandidateSource source) {
      try {
        answered(source, source.candidates(context));
      } catch (Exception failure) {
        failed(source, failure);
      }
    }

    void await(Pending pending, long end) {
      try {
        long left = Math.max(0, end - ticker.getAsLong());
        answered(pending.source(), pending.answer().get(left, TimeUnit.NANOSECONDS));
      } catch (RuntimeException failure) {
        failed(pending.source(), failure);
      } catch (TimeoutException late) {
        pending.answer().cancel(true);
        missing.add(new Missing(pending.source().name(), "deadline"));
      } catch (ExecutionException failure) {
        failed(pending.source(), Objects.requireNonNullElse(failure.getCause(), failure));
      } catch (InterruptedException interrupted) {
        pending.answer().cancel(true);
        missing.add(new Missing(pending.source().name(), "interrupted"));
        Thread.currentThread().interrupt();
      }
    }

    private void answered(CandidateSource source, List<Candidate> answer) {
      answers.put(source, List.copyOf(answer));
      broken.remove(source);
    }

    private void failed(CandidateSource source, Throwable failure) {
      if (broken.add(source)) {
        LOG.warning("source " + source.name() + " failed", failure);
      }
      missing.add(new Missing(source.name(), failure.getClass().getSimpleName()));
    }

    Gathered gathered() {
      int most = answers.values().stream().mapToInt(List::size).sum();
      Set<CandidateId> seen = new HashSet<>(2 * most);
      List<Candidate> all = new ArrayList<>(most);
      for (List<Candidate> answer : answers.values()) {
        for (Candidate candidate : answer) {
          if (all.size() < MOST && seen.add(candidate.id())) {
            all.add(candidate);
          }
        }
      }
      return new Gathered(all, List.copyOf(missing));
    }
  }
}
