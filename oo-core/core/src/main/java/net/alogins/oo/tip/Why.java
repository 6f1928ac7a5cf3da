package net.alogins.oo.tip;

import java.util.List;
import net.alogins.oo.policy.Contribution;

/**
 * Why this tip.
 *
 * @param reasons the features that spoke loudest for it, loudest first
 * @param exploration whether it was tried although another had a better score
 * @param missing the sources that did not answer in time
 */
public record Why(List<Contribution> reasons, boolean exploration, List<String> missing) {

  public Why {
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
  }
}
