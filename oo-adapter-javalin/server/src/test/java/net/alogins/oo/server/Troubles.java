package net.alogins.oo.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When something was not well, by the monotonic clock. */
final class Troubles {

  private static final class Span {

    private final long begin = System.nanoTime();
    private long end = Long.MAX_VALUE;
  }

  private final List<Span> spans = new ArrayList<>();

  synchronized void begin() {
    spans.add(new Span());
  }

  synchronized void end() {
    spans.get(spans.size() - 1).end = System.nanoTime();
  }

  synchronized boolean areNow() {
    return !spans.isEmpty() && spans.get(spans.size() - 1).end == Long.MAX_VALUE;
  }

  /**
   * Whether there was one, or one had ended less than {@code grace} before, at any time of these.
   */
  synchronized boolean were(long from, long to, Duration grace) {
    return spans.stream()
        .anyMatch(
            span ->
                span.begin <= to
                    && (span.end == Long.MAX_VALUE || span.end + grace.toNanos() >= from));
  }
}
