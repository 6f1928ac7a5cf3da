package net.alogins.oo.internal;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided.Missing;

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
    this.slow = sources.stream().filter(source -> !source.isImmediate()).collect(toList());
    this.immediate = sources.stream().filter(CandidateSource::isImmediate).collect(toList());
    this.outside = outside;
  }

  Gathered gather(Context context) {
    long end = outside.ticker().getAsLong() + outside.deadline().toNanos();
    Round round = new Round();
    slow.forEach(source -> round.start(source, context));
    immediate.forEach(source -> round.askNow(source, context));
    round.pending.forEach(pending -> round.await(pending, end));
    return round.gathered();
  }

  /** A question that a source is still thinking about. */
  private record Pending(CandidateSource source, Future<List<Candidate>> answer) {}

  /** One question to all sources. */
  private final class Round {

    private final IdentityHashMap<CandidateSource, List<Candidate>> answers =
        new IdentityHashMap<>(1);
    private final List<Pending> pending = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    void start(CandidateSource source, Context context) {
      try {
        pending.add(
            new Pending(source, outside.executor().submit(() -> source.candidates(context))));
      } catch (RejectedExecutionException full) {
        missing.add(new Missing(source.name(), "busy"));
      }
    }

    void askNow(CandidateSource source, Context context) {
      try {
        answered(source, source.candidates(context));
      } catch (Exception failure) {
        failed(source, failure);
      }
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
      List<Candidate> own = new ArrayList<>(answer.size());
      answer.forEach(candidate -> own.add(Objects.requireNonNull(candidate)));
      answers.put(source, own);
      broken.remove(source);
    }

    private void failed(CandidateSource source, Throwable failure) {
      if (broken.add(source)) {
        LOG.warning("source " + source.name() + " failed", failure);
      }
      missing.add(new Missing(source.name(), failure.getClass().getSimpleName()));
    }

    Gathered gathered() {
      List<Candidate> all = answers.getOrDefault(sources.get(0), new ArrayList<>());
      for (int i = 1; i < sources.size(); i++) {
        all.addAll(answers.getOrDefault(sources.get(i), List.of()));
      }
      int[] places = new int[Integer.highestOneBit(all.size() + 1) << 2];
      int kept = 0;
      for (Candidate candidate : all) {
        if (kept < MOST && isNew(candidate, all, places, kept)) {
          all.set(kept++, candidate);
        }
      }
      all.subList(kept, all.size()).clear();
      return new Gathered(all, missing);
    }
  }

  /**
   * Whether no earlier one has its id: {@code places} is a hash table of where they are, from 1.
   */
  private static boolean isNew(Candidate candidate, List<Candidate> all, int[] places, int place) {
    int spread = candidate.id().hashCode() * 0x9e3779b9;
    int at = spread >>> Integer.numberOfLeadingZeros(places.length - 1);
    for (; places[at] != 0; at = (at + 1) & (places.length - 1)) {
      if (all.get(places[at] - 1).id().equals(candidate.id())) {
        return false;
      }
    }
    places[at] = place + 1;
    return true;
  }
}
