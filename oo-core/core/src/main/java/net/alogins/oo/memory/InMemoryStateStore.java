package net.alogins.oo.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;

/** Snapshots in memory: they are gone when the process ends. */
public final class InMemoryStateStore implements StateStore {

  /** Everything of one key, by the row that it is as of. */
  private static final class Shelf {

    private final NavigableMap<Long, Saved> shared = new TreeMap<>();
    private final Map<UserId, NavigableMap<Long, Saved>> people = new HashMap<>();
    private OptionalLong base = OptionalLong.empty();

    private void saveOwn(UserId user, Saved saved) {
      NavigableMap<Long, Saved> mine = people.computeIfAbsent(user, u -> new TreeMap<>());
      mine.put(saved.seq(), saved);
      long newest = shared.isEmpty() ? 0 : shared.lastKey();
      mine.keySet()
          .removeIf(
              seq ->
                  !seq.equals(mine.lastKey())
                      && !seq.equals(mine.floorKey(base.orElse(0)))
                      && !seq.equals(mine.floorKey(newest)));
    }

    private void saveShared(Saved saved, boolean asBase) {
      if (asBase) {
        base = OptionalLong.of(saved.seq());
      }
      shared.put(saved.seq(), saved);
      shared.keySet().removeIf(seq -> seq < saved.seq() && !OptionalLong.of(seq).equals(base));
    }

    private void drop(long seq) {
      shared.tailMap(seq, false).clear();
      people.values().forEach(mine -> mine.tailMap(seq, false).clear());
      if (base.isPresent() && base.getAsLong() > seq) {
        base = OptionalLong.empty();
      }
    }
  }

  private final Map<List<String>, Shelf> shelves = new HashMap<>();

  /** Nothing was saved yet. */
  public InMemoryStateStore() {}

  @Override
  public synchronized Optional<Saved> shared(StateKey key, long atMost) {
    return floor(shelf(key).shared, atMost);
  }

  @Override
  public synchronized Optional<Saved> own(StateKey key, UserId user, long atMost) {
    return Optional.ofNullable(shelf(key).people.get(user)).flatMap(mine -> floor(mine, atMost));
  }

  @Override
  public synchronized OptionalLong base(StateKey key) {
    return shelf(key).base;
  }

  @Override
  public synchronized void saveOwn(StateKey key, Map<UserId, Saved> people) {
    people.forEach(shelf(key)::saveOwn);
  }

  @Override
  public synchronized void saveShared(StateKey key, Saved shared, boolean isBase) {
    shelf(key).saveShared(shared, isBase);
  }

  @Override
  public synchronized void drop(StateKey key, long seq) {
    shelf(key).drop(seq);
  }

  private Shelf shelf(StateKey key) {
    return shelves.computeIfAbsent(List.of(key.policy(), key.configuration()), k -> new Shelf());
  }

  private static Optional<Saved> floor(NavigableMap<Long, Saved> saved, long atMost) {
    return Optional.ofNullable(saved.floorEntry(atMost)).map(Map.Entry::getValue);
  }
}
