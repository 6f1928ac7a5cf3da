package net.alogins.oo.policies.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;

/**
 * How policies choose, as rows are committed: {@code log.follow(health::see)}. Of each policy the
 * latest {@value #MOST_DECISIONS} decisions count, of at most {@value #MOST_POLICIES} policies, the
 * ones that decided last. Any thread may ask.
 */
public final class LearningHealth {

  /** How many decisions of a policy are looked at. */
  public static final int MOST_DECISIONS = 1_000;

  /** Of how many policies. */
  public static final int MOST_POLICIES = 16;

  /** The policy that decided last is the last. */
  private final Map<String, Deque<PolicyHealth.Choice>> latest =
      new LinkedHashMap<>(MOST_POLICIES, .75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<PolicyHealth.Choice>> eldest) {
          return size() > MOST_POLICIES;
        }
      };

  /** One that has seen nothing yet. */
  public LearningHealth() {}

  /** Takes rows of an {@link EventLog}, the oldest first. */
  public synchronized void see(List<Recorded> rows) {
    for (Recorded row : rows) {
      if (row.event() instanceof Decided decided) {
        add(decided);
      }
    }
  }

  private void add(Decided decided) {
    Deque<PolicyHealth.Choice> choices =
        latest.computeIfAbsent(decided.by().policy(), policy -> new ArrayDeque<>());
    choices.addLast(choice(decided));
    if (choices.size() > MOST_DECISIONS) {
      choices.removeFirst();
    }
  }

  private static PolicyHealth.Choice choice(Decided decided) {
    List<String> kinds = decided.slate().kinds();
    Map<String, Double> offered = new HashMap<>();
    kinds.forEach(kind -> offered.merge(kind, 1. / kinds.size(), Double::sum));
    return new PolicyHealth.Choice(kinds.get(decided.chosen()), offered, decided.exploration());
  }

  /** By the policy's name; those that decided nothing are not there. */
  public synchronized Map<String, PolicyHealth> byPolicy() {
    Map<String, PolicyHealth> health = new TreeMap<>();
    latest.forEach((policy, choices) -> health.put(policy, PolicyHealth.of(List.copyOf(choices))));
    return health;
  }
}
