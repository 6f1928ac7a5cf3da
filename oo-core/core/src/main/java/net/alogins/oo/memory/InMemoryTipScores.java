package net.alogins.oo.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.id.CandidateId;
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

  /** Which score of it. */
  private record Row(String policy, CandidateId candidate) {}

  private final Map<Key, Map<Row, TipScore>> byTip = new LinkedHashMap<>();

  private int held;

  /** An empty store. */
  public InMemoryTipScores() {}

  @Override
  public synchronized void write(UserId user, List<TipScore> scores) {
    for (TipScore score : scores) {
      Map<Row, TipScore> ofTip =
          byTip.computeIfAbsent(new Key(user, score.tip()), key -> new LinkedHashMap<>());
      held += ofTip.putIfAbsent(new Row(score.policy(), score.candidate()), score) == null ? 1 : 0;
    }
    while (held > MOST_SCORES && byTip.size() > 1) {
      forget(byTip.keySet().iterator().next());
    }
  }

  @Override
  public synchronized List<TipScore> of(UserId user, TipId tip) {
    return new ArrayList<>(byTip.getOrDefault(new Key(user, tip), Map.of()).values())
        .stream().sorted((a, b) -> a.policy().compareTo(b.policy())).toList();
  }

  @Override
  public synchronized void forget(UserId user, TipId tip) {
    forget(new Key(user, tip));
  }

  private void forget(Key key) {
    Map<Row, TipScore> gone = byTip.remove(key);
    held -= gone == null ? 0 : gone.size();
  }
}
