package net.alogins.oo.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.SideEffect;

/** The outside: what it was told last of each tip, whatever dies inside. */
final class Errands implements SideEffect {

  private static final int ONE_IN = 8;

  private final SplittableRandom random;
  private final Faults faults;
  private final Map<TipId, Boolean> done = new HashMap<>();

  Errands(SplittableRandom random, Faults faults) {
    this.random = random;
    this.faults = faults;
  }

  /** Whether the outside was told that a tip is done, or is not; nothing if it was not told. */
  Optional<Boolean> told(TipId tip) {
    return Optional.ofNullable(done.get(tip));
  }

  @Override
  public String name() {
    return "errands";
  }

  @Override
  public void completed(Completion completion) {
    told(completion, true);
  }

  @Override
  public void reopened(Completion completion) {
    told(completion, false);
  }

  private void told(Completion completion, boolean isDone) {
    if (random.nextInt(ONE_IN) == 0 && !faults.isCalm()) {
      faults.count(Fault.EFFECT_FAILED);
      throw new StagedFailure(Fault.EFFECT_FAILED);
    }
    done.put(completion.tip(), isDone);
  }
}
