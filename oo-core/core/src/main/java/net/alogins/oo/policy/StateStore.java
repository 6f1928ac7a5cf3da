package net.alogins.oo.policy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.alogins.oo.id.UserId;

/**
 * Where snapshots of learned states are kept, so that neither a start nor a person who comes back
 * needs the whole log. Everything in it can be derived from the log until {@code EventLog.trim}
 * takes rows; then the base snapshot stands for them. Bound to one tenant when it is made; calls
 * may come from any thread, writing ones from one at a time for each key.
 *
 * <p>People are saved first, in as many calls as it takes, and the shared part last: a snapshot is
 * there once its shared part is. Bytes come back as they were given; telling damage is the caller's
 * business.
 */
public interface StateStore {

  /** The newest shared part as of row {@code atMost} or before. */
  Optional<Saved> shared(StateKey key, long atMost);

  /** The newest part of {@code user} as of row {@code atMost} or before. */
  Optional<Saved> own(StateKey key, UserId user, long atMost);

  /** The row of the newest base snapshot. */
  OptionalLong base(StateKey key);

  /**
   * Keeps the people's parts, all or none of them, all as of one row. Older parts of the same
   * people go, but for the newest as of the base and the newest as of the newest shared part. What
   * cuts the process or the machine short may take them with it, until a shared part that is saved
   * after them is durable.
   */
  void saveOwn(StateKey key, Map<UserId, Saved> people);

  /**
   * Keeps a shared part, durably and atomically. Older ones go, but for the base; a new base takes
   * the place of the old one.
   */
  void saveShared(StateKey key, Saved shared, boolean isBase);

  /** Forgets every shared part and every person's part as of a row after {@code seq}. */
  void drop(StateKey key, long seq);
}
