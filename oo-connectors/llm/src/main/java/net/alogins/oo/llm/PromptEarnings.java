package net.alogins.oo.llm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.TipEvent;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.RewardRule;

/**
 * What each prompt version has earned: a fold over the log, and nothing else, so that it is the
 * same after a restart. A decision counts for the version whose suggestions it had to choose from,
 * and for the reward that it earned, whichever candidate it chose: so versions are compared by what
 * they bring about, not by the luck of their best suggestion. One with suggestions of two versions
 * counts for neither.
 *
 * <p>The log is read on from where it was left when somebody asks, in pages, on their thread.
 */
public final class PromptEarnings {

  private static final int PAGE = 1_000;
  private static final int MOST_OPEN = 100_000;

  private final EventLog log;
  private final RewardRule rule;
  private final Map<TipId, Judged> open = new LinkedHashMap<>();
  private final Map<String, Sums> sums = new TreeMap<>();
  private long seq;

  private PromptEarnings(EventLog log, RewardRule rule) {
    this.log = log;
    this.rule = rule;
  }

  /** What {@code log} says, with rewards by {@code rule}. */
  public static PromptEarnings in(EventLog log, RewardRule rule) {
    return new PromptEarnings(log, rule);
  }

  /** What each version that ever was in a decision has earned, by name. */
  public synchronized List<Earned> report() {
    return sums().entrySet().stream()
        .map(version -> Earned.of(version.getKey(), version.getValue()))
        .toList();
  }

  /** By how much {@code version} earned more than {@code other}, with its interval. */
  public synchronized Earned difference(String version, String other) {
    Map<String, Sums> all = sums();
    return Earned.difference(
        version + " - " + other,
        all.getOrDefault(version, Sums.NONE),
        all.getOrDefault(other, Sums.NONE));
  }

  synchronized Map<String, Sums> sums() {
    List<Recorded> page = log.read(Math.max(seq, log.trimmed()), PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::take);
      page = log.read(seq, PAGE);
    }
    return new TreeMap<>(sums);
  }

  private void take(Recorded row) {
    seq = row.seq();
    if (row.event() instanceof Decided decided) {
      arm(decided).ifPresent(arm -> begin(decided, arm));
    } else if (row.event() instanceof Reacted said) {
      amend(said, judged -> judged.said(said.id(), said.kind()));
    } else if (row.event() instanceof Retracted undo) {
      amend(undo, judged -> judged.takenBack(undo.target()));
    } else if (row.event() instanceof WindowClosed closed) {
      amend(closed, Judged::close);
    } else if (row.event() instanceof Withdrawn gone) {
      Optional.ofNullable(open.remove(gone.tip())).ifPresent(judged -> change(judged, -1));
    }
  }

  private void begin(Decided decided, Arm arm) {
    open.put(decided.tip(), new Judged(arm, decided.times().amend()));
    if (open.size() > MOST_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
  }

  /** The one version among the origins of a decision's candidates, if it is one. */
  private static Optional<Arm> arm(Decided decided) {
    List<String> prompts =
        decided.slate().origins().stream()
            .map(Decided.Origin::prompt)
            .filter(prompt -> !prompt.isEmpty())
            .distinct()
            .toList();
    try {
      return prompts.size() == 1 ? Optional.of(Arm.parse(prompts.get(0))) : Optional.empty();
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }

  private void amend(TipEvent event, Consumer<Judged> change) {
    Judged judged = open.get(event.tip());
    if (judged != null && judged.isOpen(event.at())) {
      change(judged, -1);
      change.accept(judged);
      change(judged, 1);
    }
  }

  private void change(Judged judged, int sign) {
    double propensity = judged.arm().propensity();
    judged
        .reward(rule)
        .ifPresent(
            reward ->
                sums.merge(
                    judged.arm().version(),
                    Sums.NONE.plus(propensity, reward),
                    (before, one) ->
                        sign > 0
                            ? before.plus(propensity, reward)
                            : before.minus(propensity, reward)));
  }
}
