package net.alogins.oo.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much is asked of the model, how long it may take, and how long somebody waits for it. */
final class Pace {

  private final Duration patience;
  private final Duration longest;
  private final int most;
  private final LongSupplier ticker;
  private final Quality quality = new Quality();

  Pace(Duration patience, Duration longest, int most, LongSupplier ticker) {
    this.patience = patience;
    this.longest = longest;
    this.most = most;
    this.ticker = ticker;
  }

  long nanos() {
    return ticker.getAsLong();
  }

  void took(long begun) {
    quality.took((ticker.getAsLong() - begun) / 1_000_000);
  }

  int count() {
    return quality.count(most);
  }

  Duration patience() {
    return quality.patience(patience);
  }

  Duration longest() {
    return quality.longest(longest);
  }
}
