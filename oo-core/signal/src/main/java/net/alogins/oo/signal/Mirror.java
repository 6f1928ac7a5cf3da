package net.alogins.oo.signal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;

/**
 * The open tasks of the people who were here last, in memory. The store is read once for each of
 * them, and again when a sync has changed something; where other processes may have, every two
 * seconds.
 */
final class Mirror {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final ConnectionStore store;
  private final Clock clock;
  private final Map<UserId, Tasks> known;

  Mirror(ConnectionStore store, Clock clock, int mostPeople) {
    this.store = store;
    this.clock = clock;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UserId, Tasks> eldest) {
            return size() > mostPeople;
          }
        };
  }

  /** The tasks of one person, read when they are first asked for. */
  private final class Tasks {

    private final UserId user;
    private final Instant since = clock.instant();
    private Optional<List<Candidate>> open = Optional.empty();

    Tasks(UserId user) {
      this.user = user;
    }

    boolean areFresh() {
      Duration age = Duration.between(since, clock.instant()).abs();
      return !store.isShared() || age.compareTo(FRESH) < 0;
    }

    synchronized List<Candidate> open() {
      List<Candidate> all = open.orElseGet(() -> store.open(user));
      open = Optional.of(all);
      return all;
    }
  }

  /** The tasks of {@code connector} that stand open in memory. */
  CandidateSource of(String connector) {
    return CandidateSource.named(
        connector,
        CandidateSource.immediate(
            context ->
                tasks(context.user()).open().stream()
                    .filter(task -> task.id().source().equals(connector))
                    .toList()));
  }

  private synchronized Tasks tasks(UserId user) {
    return known.compute(
        user, (same, tasks) -> tasks == null || !tasks.areFresh() ? new Tasks(same) : tasks);
  }

  /** Something has changed in the store. */
  synchronized void changed(UserId user) {
    known.remove(user);
  }
}
