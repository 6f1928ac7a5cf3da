package net.alogins.oo.llm;

import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a model has not answered, without a word of what was asked or answered. */
final class Failure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** What there is to say of a failure; the name of a counter. */
  enum Kind {
    TIMEOUT,
    INTERRUPTED,
    TOO_LONG,
    UNREACHABLE,
    THROTTLED,
    REFUSED,
    OUTAGE,
    REDIRECTED,
    MALFORMED,
    CONSENT_WITHDRAWN;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Statuses that say something of what was sent, and nothing of who is asked. */
  private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 413, 422);

  private final Kind kind;
  private final Duration after;
  private final boolean isUnfit;

  Failure(Kind kind) {
    this(kind, Duration.ZERO);
  }

  Failure(Kind kind, Duration after) {
    this(kind, after, false);
  }

  private Failure(Kind kind, Duration after, boolean isUnfit) {
    super("no usable answer: " + kind.word(), null, false, false);
    this.kind = kind;
    this.after = after;
    this.isUnfit = isUnfit;
  }

  Kind kind() {
    return kind;
  }

  /** Whether what was sent is why, as the other side says. */
  boolean isUnfit() {
    return isUnfit;
  }

  /** How long the other side asks to be left alone. */
  Duration after() {
    return after;
  }

  /** What {@code thrown} comes from: one of these, or else it could not be reached. */
  static Failure of(@Nullable Throwable thrown) {
    return of(thrown, Kind.UNREACHABLE);
  }

  /** What {@code thrown} comes from: one of these, or else {@code otherwise}. */
  static Failure of(@Nullable Throwable thrown, Kind otherwise) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(16)
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast)
        .findFirst()
        .orElseGet(() -> new Failure(otherwise));
  }

  static Failure ofStatus(int status, Duration after) {
    if (status == 429) {
      return new Failure(Kind.THROTTLED, after);
    }
    if (status >= 500) {
      return new Failure(Kind.OUTAGE, after);
    }
    if (OF_THE_REQUEST.contains(status)) {
      return new Failure(Kind.REFUSED, Duration.ZERO, true);
    }
    return new Failure(status >= 300 && status < 400 ? Kind.REDIRECTED : Kind.REFUSED);
  }
}
