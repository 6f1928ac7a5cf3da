package net.alogins.oo.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;

/**
 * Scores in memory: the latest 100,000, those of a tip together, and all are forgotten when the
 * process ends.
 */
public final class InMemoryTipScores implements TipScores {

  private static final int MOST_SCORES = 100_000;

  /** Whose tip. */
  private record Key(UserId user, TipId tip) {}

  private final Map<Key, Map<String, List<TipScore>>> byTip = new LinkedHashMap<>();

  private int held;

  /** An empty store. */
  public InMemoryTipScores() {}

  @Override
  public synchronized void write(UserId user, List<TipScore> scores) {
    if (scores.isEmpty()) {
      return;
    }
    TipScore first = scores.get(0);
    Map<String, List<TipScore>> ofTip =
        byTip.computeIfAbsent(new Key(user, first.tip()), key -> new TreeMap<>());
    held += ofTip.putIfAbsent(first.policy(), scores) == null ? scores.size() : 0;
    while (held > MOST_SCORES && byTip.size() > 1) {
      forget(byTip.keySet().iterator().next());
    }
  }

  @Override
  public synchronized List<TipScore> of(UserId user, TipId tip) {
    return byTip.getOrDefault(new Key(user, tip), Map.of()).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public synchronized void forget(UserId user, TipId tip) {
    forget(new Key(user, tip));
  }

  private void forget(Key key) {
    byTip.getOrDefault(key, Map.of()).values().forEach(scores -> held -= scores.size());
    byTip.remove(key);
  }
}
