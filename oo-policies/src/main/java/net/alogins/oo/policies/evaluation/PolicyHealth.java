package net.alogins.oo.policies.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a policy chose lately. None of it says how good the choices were: that takes rewards.
 *
 * @param decisions how many were looked at
 * @param entropy of the kinds that it chose: 0 when always the same, 1 when all that were offered
 *     equally often
 * @param collapse by how much it chose its favourite kind more often than that was offered: 0 not
 *     at all, 1 whenever it could, while there was something else
 * @param drift how far apart the kinds are that it chose in the older and in the newer half: the
 *     total variation, less what chance alone makes of it; 0 when it has converged, to 1
 * @param exploration the share of choices that were tried although another had a larger score
 */
public record PolicyHealth(
    int decisions, double entropy, double collapse, double drift, double exploration) {

  /**
   * One choice.
   *
   * @param kind what was chosen
   * @param offered for each kind in the slate its share of it
   * @param isExploration whether another candidate had a larger score
   */
  record Choice(String kind, Map<String, Double> offered, boolean isExploration) {

    Choice {
      offered = Map.copyOf(offered);
    }
  }

  /** Of these choices of one policy, the oldest first; at least one. */
  static PolicyHealth of(List<Choice> choices) {
    Map<String, Double> chosen = shares(choices);
    String favourite =
        chosen.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    double offered =
        choices.stream().mapToDouble(c -> share(c.offered(), favourite)).average().orElseThrow();
    double possible =
        choices.stream().filter(c -> c.offered().containsKey(favourite)).count()
            / (double) choices.size();
    double above = share(chosen, favourite) - offered;
    return new PolicyHealth(
        choices.size(),
        entropy(chosen, kinds(choices)),
        possible > offered ? StrictMath.max(0, above / (possible - offered)) : 0,
        drift(choices, chosen),
        choices.stream().filter(Choice::isExploration).count() / (double) choices.size());
  }

  private static double share(Map<String, Double> shares, String kind) {
    return shares.getOrDefault(kind, 0.);
  }

  private static Map<String, Double> shares(List<Choice> choices) {
    Map<String, Double> shares = new TreeMap<>();
    choices.forEach(choice -> shares.merge(choice.kind(), 1., Double::sum));
    shares.replaceAll((kind, count) -> count / choices.size());
    return shares;
  }

  private static long kinds(List<Choice> choices) {
    return choices.stream().flatMap(c -> c.offered().keySet().stream()).distinct().count();
  }

  private static double entropy(Map<String, Double> shares, long kinds) {
    double entropy = 0;
    for (double share : shares.values()) {
      entropy -= share * StrictMath.log(share);
    }
    return kinds < 2 ? 0 : entropy / StrictMath.log((double) kinds);
  }

  private static double drift(List<Choice> choices, Map<String, Double> all) {
    int half = choices.size() / 2;
    if (half == 0) {
      return 0;
    }
    Map<String, Double> older = shares(choices.subList(0, half));
    Map<String, Double> newer = shares(choices.subList(choices.size() - half, choices.size()));
    double variation = 0;
    double chance = 0;
    for (String kind :
        Stream.concat(older.keySet().stream(), newer.keySet().stream())
            .collect(Collectors.toSet())) {
      variation += StrictMath.abs(share(older, kind) - share(newer, kind)) / 2;
      double share = share(all, kind);
      chance += StrictMath.sqrt(share * (1 - share) / (StrictMath.PI * half));
    }
    return StrictMath.max(0, variation - chance);
  }
}
