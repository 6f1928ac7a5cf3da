package net.alogins.oo.nats;

import java.time.Duration;

/**
 * How streams are declared when they are not there yet; one that is there keeps its limits.
 *
 * @param replicas on how many servers of a cluster each message is: 1, 3 or 5
 * @param kept how long events are kept
 * @param mostBytes how much room the events of a tenant may take, the oldest going first
 */
record NatsSettings(int replicas, Duration kept, long mostBytes) {

  /** How long what could not be taken is kept, and what nobody has taken. */
  static final Duration WAITING = Duration.ofDays(14);

  /** Within which a message of the same id is the same. */
  static final Duration DUPLICATES = Duration.ofMinutes(2);

  static final NatsSettings STANDARD = new NatsSettings(1, Duration.ofDays(400), 1L << 30);

  NatsSettings {
    if (replicas != 1 && replicas != 3 && replicas != 5) {
      throw new IllegalArgumentException("replicas must be 1, 3 or 5 but was " + replicas);
    }
  }
}
