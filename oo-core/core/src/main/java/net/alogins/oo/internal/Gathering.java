package net.alogins.oo.internal;

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
import java.util.concurrent.TimeUnit;
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

  Gathering(List<CandidateSource> sources, Settings.Outside outside) {
    this.sources = List.copyOf(sources);
    this.slow = sources.stream().filter(source -> !source.isImmediate()).toList();
    this.immediate = sources.stream().filter(CandidateSource::isImmediate).toList();
    this.outside = outside;
  }

  Gathered gather(Context context) {
    long end = outside.ticker().getAsLong() + outside.deadline().toNanos();
    Round round = new Round();
    slow.forEach(source -> round.ask(source, context, outside.executor()));
    immediate.forEach(source -> round.ask(source, context, Runnable::run));
    round.pending.forEach(pending -> round.await(pending, end));
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

  /** A question that a source is still thinking about. */
  private record Pending(CandidateSource source, FutureTask<List<Candidate>> answer) {}

  /** One question to all sources. */
  private final class Round {

    private final long began = outside.ticker().getAsLong();
    private final IdentityHashMap<CandidateSource, List<Candidate>> answers =
        new IdentityHashMap<>(1);
    private final List<Pending> pending = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final Queue<Stage> ranges = new ConcurrentLinkedQueue<>();

    void ask(CandidateSource source, Context context, Executor by) {
      try {
        FutureTask<List<Candidate>> answer =
            new FutureTask<>(
                () -> sources.size() > 1 ? timed(source, context) : source.candidates(context));
        by.execute(answer);
        pending.add(new Pending(source, answer));
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

    void await(Pending asked, long end) {
      try {
        long left = Math.max(0, end - outside.ticker().getAsLong());
        answered(asked.source(), asked.answer().get(left, TimeUnit.NANOSECONDS));
      } catch (TimeoutException late) {
        asked.answer().cancel(true);
        missing.add(new Missing(asked.source().name(), "deadline"));
      } catch (ExecutionException | RuntimeException failure) {
        failed(asked.source(), Objects.requireNonNullElse(failure.getCause(), failure));
      } catch (InterruptedException interrupted) {
        asked.answer().cancel(true);
        missing.add(new Missing(asked.source().name(), "interrupted"));
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
      List<Candidate> all = new ArrayList<>();
      sources.forEach(source -> all.addAll(answers.getOrDefault(source, List.of())));
      char[] places = new char[Integer.highestOneBit(all.size() + 1) << 2];
      int kept = 0;
      for (Candidate candidate : all) {
        if (kept < MOST && isNew(candidate, all, places, kept)) {
          all.set(kept++, candidate);
        }
      }
      all.subList(kept, all.size()).clear();
      return new Gathered(all, missing, List.copyOf(ranges));
    }
  }

  /**
   * Whether no earlier one has its id: {@code places} is a hash table of where they are, from 1.
   */
  private static boolean isNew(Candidate candidate, List<Candidate> all, char[] places, int place) {
    int spread = candidate.id().hashCode() * 0x9e3779b9;
    int at = spread >>> Integer.numberOfLeadingZeros(places.length - 1);
    for (; places[at] != 0; at = (at + 1) & (places.length - 1)) {
      if (all.get(places[at] - 1).id().equals(candidate.id())) {
        return false;
      }
    }
    places[at] = (char) (place + 1);
    return true;
  }
}
