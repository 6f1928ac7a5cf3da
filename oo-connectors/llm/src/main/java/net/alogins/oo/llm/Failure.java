package net.alogins.oo.llm;

import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
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

  private final Kind kind;
  private final Duration after;

  Failure(Kind kind) {
    this(kind, Duration.ZERO);
  }

  Failure(Kind kind, Duration after) {
    super("no usable answer: " + kind.word(), null, false, false);
    this.kind = kind;
    this.after = after;
  }

  Kind kind() {
    return kind;
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
    return new Failure(status >= 300 && status < 400 ? Kind.REDIRECTED : Kind.REFUSED);
  }
}
