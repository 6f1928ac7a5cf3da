package net.alogins.oo;

import net.alogins.oo.event.EventLog;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.tip.TipScores;

/**
 * Where a recommender keeps everything, for one tenant. Whoever opened the stores closes them,
 * after the recommender.
 *
 * @param log the system of record
 * @param profiles what people prefer
 * @param scores the projection of every score
 * @param states snapshots of what was learned
 */
public record Stores(EventLog log, ProfileStore profiles, TipScores scores, StateStore states) {

  /** Volatile stores: everything is lost when the process ends. */
  public static Stores inMemory() {
    return new Stores(
        new InMemoryEventLog(),
        new InMemoryProfileStore(),
        new InMemoryTipScores(),
        new InMemoryStateStore());
  }

  /** Whether the log forgets when the process ends. */
  public boolean isVolatile() {
    return log.isVolatile();
  }
}
