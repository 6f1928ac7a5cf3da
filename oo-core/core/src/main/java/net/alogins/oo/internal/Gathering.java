package net.alogins.oo.internal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided.Missing;
import net.alogins.oo.event.Decided.Stage;

/** Asks every source: immediate ones on this thread, the others beside each other, in time. */
final class Gathering {

  private static final Log LOG = new Log(Gathering.class);
  private static final int MOST = 10_000;

  private final List<CandidateSource> sources;
  private final List<CandidateSource> slow;
  private final List<CandidateSource> immediate;
  private final Settings.Outside outside;
  private final Set<CandidateSource> broken = ConcurrentHashMap.newKeySet();

  /** What was gathered last: the same need not be told apart again. */
  private volatile List<Candidate> latest = List.of();

  Gathering(List<CandidateSource> sources, Settings.Outside outside) {
    this.sources = List.copyOf(sources);
    this.slow = sources.stream().filter(source -> !source.isImmediate()).toList();
    this.immediate = sources.stream().filter(CandidateSource::isImmediate).toList();
    this.outside = outside;
  }

  Gathered gather(Context context) {
    Round round = new Round();
    slow.forEach(source -> round.ask(source, context, outside.executor()));
    immediate.forEach(source -> round.ask(source, context, Runnable::run));
    sources.forEach(round::await);
    return round.gathered();
  }

  /**
   * What the sources answered.
   *
   * @param candidates each id once, in the order of the sources
   * @param missing the sources that did not answer
   * @param ranges from when to when each of several sources was busy, since the first was asked:
   *     {@code NAME from}, and {@code NAME to} if it has ended
   */
  record Gathered(List<Candidate> candidates, List<Missing> missing, List<Stage> ranges) {}

  /** One question to all sources. */
  private final class Round {

    private final long began = outside.ticker().getAsLong();
    private final IdentityHashMap<CandidateSource, FutureTask<List<Candidate>>> asked =
        new IdentityHashMap<>(1);
    private final List<Candidate> all = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final Queue<Stage> ranges = new ConcurrentLinkedQueue<>();

    void ask(CandidateSource source, Context context, Executor by) {
      try {
        FutureTask<List<Candidate>> answer =
            new FutureTask<>(
                () -> sources.size() > 1 ? timed(source, context) : source.candidates(context));
        by.execute(answer);
        asked.put(source, answer);
      } catch (RejectedExecutionException full) {
        missing.add(new Missing(source.name(), "busy"));
      }
    }

    private List<Candidate> timed(CandidateSource source, Context context) throws Exception {
      mark(source.name() + " from");
      try {
        return source.candidates(context);
      } finally {
        mark(source.name() + " to");
      }
    }

    private void mark(String end) {
      long nanos = outside.ticker().getAsLong() - began;
      ranges.add(new Stage(end, Math.max(0, nanos) / Stopwatch.NANOS_PER_MICRO));
    }

    void await(CandidateSource source) {
      FutureTask<List<Candidate>> answer = asked.get(source);
      if (answer == null) {
        return;
      }
      try {
        all.addAll(List.copyOf(answer.isDone() ? answer.get() : answer.get(left(), NANOSECONDS)));
        broken.remove(source);
      } catch (TimeoutException late) {
        answer.cancel(true);
        missing.add(new Missing(source.name(), "deadline"));
      } catch (ExecutionException | RuntimeException failure) {
        failed(source, Objects.requireNonNullElse(failure.getCause(), failure));
      } catch (InterruptedException interrupted) {
        answer.cancel(true);
        missing.add(new Missing(source.name(), "interrupted"));
        Thread.currentThread().interrupt();
      }
    }

    private long left() {
      return Math.max(0, began + outside.deadline().toNanos() - outside.ticker().getAsLong());
    }

    private void failed(CandidateSource source, Throwable failure) {
      if (broken.add(source)) {
        LOG.warning("source " + source.name() + " failed", failure);
      }
      missing.add(new Missing(source.name(), failure.getClass().getSimpleName()));
    }

    Gathered gathered() {
      List<Candidate> different = latest;
      if (!different.equals(all)) {
        different = different(all);
        latest = different;
      }
      return new Gathered(different, missing, List.copyOf(ranges));
    }
  }

  /** The first of each id; {@code places} is a hash table of where they are, from 1. */
  private static List<Candidate> different(List<Candidate> all) {
    char[] places = new char[Integer.highestOneBit(all.size() + 1) << 2];
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : all) {
      int spread = candidate.id().hashCode() * 0x9e3779b9;
      int at = spread >>> Integer.numberOfLeadingZeros(places.length - 1);
      while (places[at] != 0 && !kept.get(places[at] - 1).id().equals(candidate.id())) {
        at = (at + 1) & (places.length - 1);
      }
      if (places[at] == 0 && kept.size() < MOST) {
        kept.add(candidate);
        places[at] = (char) kept.size();
      }
    }
    return List.copyOf(kept);
  }
}
