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

  /** Everything of one key. */
  private static final class Shelf {

    private Optional<Saved> base = Optional.empty();
    private Optional<Saved> newest = Optional.empty();

    /** Oldest first; most people have one part. */
    private final Map<UserId, List<Saved>> people = new HashMap<>();

    private Optional<Saved> shared(long atMost) {
      boolean isLater = newest.isPresent() && newest.get().seq() > atMost;
      return isLater ? base.filter(saved -> saved.seq() <= atMost) : newest;
    }

    private Optional<Saved> own(UserId user, long atMost) {
      Optional<Saved> found = Optional.empty();
      for (Saved part : people.getOrDefault(user, List.of())) {
        found = part.seq() <= atMost ? Optional.of(part) : found;
      }
      return found;
    }

    private void saveOwn(UserId user, Saved saved) {
      NavigableMap<Long, Saved> staying = new TreeMap<>();
      for (Optional<Saved> shared : List.of(base, newest)) {
        shared
            .flatMap(snapshot -> own(user, snapshot.seq()))
            .ifPresent(part -> staying.put(part.seq(), part));
      }
      staying.put(saved.seq(), saved);
      people.put(user, List.copyOf(staying.values()));
    }

    private void saveShared(Saved saved, boolean isBase) {
      newest = newest.filter(known -> known.seq() > saved.seq()).or(() -> Optional.of(saved));
      base = isBase ? Optional.of(saved) : base;
    }

    private void drop(long seq) {
      newest = shared(seq);
      base = base.filter(saved -> saved.seq() <= seq);
      people.replaceAll((user, mine) -> mine.stream().filter(part -> part.seq() <= seq).toList());
    }
  }

  private final Map<StateKey, Shelf> shelves = new HashMap<>();

  /** Nothing was saved yet. */
  public InMemoryStateStore() {}

  @Override
  public synchronized Optional<Saved> shared(StateKey key, long atMost) {
    return shelf(key).shared(atMost);
  }

  @Override
  public synchronized Optional<Saved> own(StateKey key, UserId user, long atMost) {
    return shelf(key).own(user, atMost);
  }

  @Override
  public synchronized OptionalLong base(StateKey key) {
    return shelf(key).base.map(saved -> OptionalLong.of(saved.seq())).orElse(OptionalLong.empty());
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
    return shelves.computeIfAbsent(key, k -> new Shelf());
  }
}
