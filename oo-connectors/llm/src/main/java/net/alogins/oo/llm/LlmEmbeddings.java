package net.alogins.oo.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import net.alogins.oo.meaning.Embeddings;

/**
 * What texts mean, as the alias {@code embedder} says. Links, e-mail addresses and long numbers are
 * not told. A call is bounded in time and bytes; after failures the model is left alone, as one
 * that writes suggestions is, but not for a request that it says is unfit (400, 413, 422), nor for
 * one of several texts that it breaks at. It has no threads.
 */
public final class LlmEmbeddings implements Embeddings {

  private static final int LONGEST_TEXT = 500;

  private static final Set<Failure.Kind> PERHAPS_OF_TEXTS =
      Set.of(Failure.Kind.OUTAGE, Failure.Kind.MALFORMED, Failure.Kind.TOO_LONG);

  private final String alias;
  private final EmbeddingCall call;
  private final Guard guard;
  private final Counts counts;

  private LlmEmbeddings(String alias, EmbeddingCall call, Guard guard, Counts counts) {
    this.alias = alias;
    this.call = call;
    this.guard = guard;
    this.counts = counts;
  }

  /**
   * Begins with where the models are.
   *
   * @throws IllegalArgumentException unless {@code models} have an embedder
   */
  public static Builder from(Models models) {
    return new Builder(models);
  }

  /** Everything that is optional. */
  public static final class Builder {

    private final Models models;
    private Duration longest = Duration.ofSeconds(30);
    private Clock clock = Clock.systemUTC();
    private LongSupplier ticker = System::nanoTime;
    private Consumer<Map<String, Object>> listener = names -> {};

    private Builder(Models models) {
      if (models.embedder().isEmpty()) {
        throw new IllegalArgumentException("language models must have an embedder but had none");
      }
      this.models = models;
    }

    /** How long a call may take, 30 seconds by default. */
    public Builder longest(Duration newLongest) {
      longest =
          LlmBuilder.within(
              "longest call", newLongest, Duration.ofMillis(1), LlmBuilder.MOST_LONGEST);
      return this;
    }

    /** The wall clock, for rests. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** The monotonic clock, in nanoseconds, for how long calls take. */
    public Builder ticker(LongSupplier newTicker) {
      ticker = newTicker;
      return this;
    }

    /** Who is told of each call, as {@link LlmBuilder#telling} is. */
    public Builder telling(Consumer<Map<String, Object>> newListener) {
      listener = newListener;
      return this;
    }

    /** Opens it; it asks nothing yet. */
    public LlmEmbeddings open() {
      Counts counts = new Counts();
      Duration most = longest;
      GenAi telling =
          new GenAi(GenAi.EMBEDDINGS, models.embedder(), ticker, GenAi.harmless(listener, counts));
      BoundedHttp.Builder http =
          new BoundedHttp.Builder(() -> most, EmbeddingCall.MOST_BYTES, clock);
      EmbeddingCall call = EmbeddingCall.with(models, http, telling);
      return new LlmEmbeddings(models.embedder(), call, new Guard(clock), counts);
    }
  }

  @Override
  public String name() {
    return alias;
  }

  @Override
  public String text(String title) {
    return Pseudonymous.text(PlainText.cut(PlainText.line(title), LONGEST_TEXT));
  }

  @Override
  public Vectors of(List<String> texts) throws Exception {
    enter();
    try {
      Vectors vectors = call.ask(texts);
      guard.succeeded();
      return vectors;
    } catch (Failure failure) {
      counts.failed(failure);
      leave(failure, texts.size());
      throw told(failure);
    }
  }

  private void enter() throws NotAsked {
    try {
      guard.enter();
    } catch (Absent notNow) {
      throw new NotAsked(notNow);
    }
  }

  /**
   * An end of the process, or a request that is not fit, says nothing of the model; nor does what
   * one of several texts may be the reason of, until that is asked alone.
   */
  private void leave(Failure failure, int texts) {
    boolean isInnocent =
        failure.kind() == Failure.Kind.INTERRUPTED
            || failure.isUnfit()
            || (texts > 1 && isOfTexts(failure));
    if (isInnocent) {
      guard.left();
    } else {
      guard.failed(failure);
    }
  }

  private static Exception told(Failure failure) {
    if (failure.isUnfit()) {
      return Refused.surely(failure);
    }
    return isOfTexts(failure) ? Refused.perhaps(failure) : failure;
  }

  /** Whether fewer texts may do; not if the other side asks to be left alone. */
  private static boolean isOfTexts(Failure failure) {
    return PERHAPS_OF_TEXTS.contains(failure.kind()) && failure.after().isZero();
  }

  /** How often which failure has happened. */
  public Map<String, Long> counters() {
    return counts.all();
  }

  /** Whether the model is asked: {@code CLOSED}, or left alone: {@code OPEN}, or tried again. */
  public String breaker() {
    return guard.state();
  }
}
