package net.alogins.oo.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/**
 * Asks what titles mean, behind whoever wanted to know: one person's at a time, in one thread at a
 * time, and only if the person allows it at that moment. Who is forgotten is not asked about any
 * more, and what is answered then is dropped.
 */
final class Asking {

  /** So long more titles may come before some are asked for. */
  private static final long GATHERED_MILLIS = 20;

  private final Embeddings embeddings;
  private final Function<UserId, Consents> consents;
  private final Allowance allowance;
  private final Space space;
  private final Counts counts;
  private final ScheduledExecutorService scheduler;
  private final Waiting waiting = new Waiting();
  private final AtomicBoolean isBusy = new AtomicBoolean();

  /** How often somebody was forgotten; what began before does not go on. */
  private final AtomicLong epoch = new AtomicLong();

  private volatile boolean isClosed;

  Asking(
      Embeddings embeddings,
      Function<UserId, Consents> consents,
      Allowance allowance,
      Space space,
      Counts counts,
      ScheduledExecutorService scheduler) {
    this.embeddings = embeddings;
    this.consents = consents;
    this.allowance = allowance;
    this.space = space;
    this.counts = counts;
    this.scheduler = scheduler;
  }

  /** Has it asked some time, if there is room and this is open; waits for nothing. */
  void want(UserId user, String title) {
    if (isClosed) {
      return;
    }
    if (!waiting.add(user, title)) {
      counts.add("dropped");
    }
    wake();
  }

  private void wake() {
    if (!isBusy.get() && !waiting.isEmpty() && isBusy.compareAndSet(false, true)) {
      try {
        var unused = scheduler.schedule(this::work, GATHERED_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException ended) {
        isBusy.set(false);
      }
    }
  }

  private void work() {
    long begun = epoch.get();
    try {
      waiting.next().filter(batch -> !isClosed).ifPresent(batch -> take(batch, begun));
    } catch (RuntimeException failure) {
      counts.add("failed");
    } finally {
      forgetSince(begun);
      isBusy.set(false);
      wake();
    }
  }

  private void take(Waiting.Batch batch, long begun) {
    BooleanSupplier may = () -> epoch.get() == begun && isAllowed(batch.user());
    if (!may.getAsBoolean()) {
      return;
    }
    Map<String, String> texts = texts(batch.titles());
    List<String> absent = new ArrayList<>(space.lookUp(texts));
    int most = allowance.take(batch.user(), absent.size());
    if (most < absent.size()) {
      counts.add("over-budget", absent.size() - most);
    }
    int usable = 0;
    try {
      usable = new Halving(embeddings, space, counts, may).ask(texts, absent.subList(0, most));
    } finally {
      allowance.giveBack(batch.user(), most - usable);
    }
  }

  private boolean isAllowed(UserId user) {
    boolean isAllowed = consents.apply(user).allow(Purpose.LLM);
    if (!isAllowed) {
      counts.add("not-allowed");
    }
    return isAllowed;
  }

  /** What was kept in memory while somebody was forgotten. */
  private void forgetSince(long begun) {
    if (epoch.get() != begun) {
      space.forget();
    }
  }

  /** What is told of each of {@code titles} that is not at hand yet, and of which anything is. */
  private Map<String, String> texts(List<String> titles) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String title : titles) {
      String text = space.find(title).isPresent() ? "" : embeddings.text(title);
      if (!text.isEmpty()) {
        texts.put(title, text);
      }
    }
    return texts;
  }

  /** Asks nothing of {@code user} that it was going to. */
  void forget(UserId user) {
    waiting.remove(user);
    epoch.incrementAndGet();
  }

  /** Asks nothing any more. */
  void close() {
    isClosed = true;
    waiting.clear();
    epoch.incrementAndGet();
  }
}
