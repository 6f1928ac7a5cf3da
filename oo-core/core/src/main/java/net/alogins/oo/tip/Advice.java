package net.alogins.oo.tip;

import java.util.Optional;
import java.util.function.Consumer;

/** The answer to a question for a tip: one tip, or the reason why there is none. */
public sealed interface Advice {

  /** The tip, if there is one. */
  Optional<Tip> tip();

  /** Hands the tip to {@code use}, if there is one. */
  default void ifPresent(Consumer<Tip> use) {
    tip().ifPresent(use);
  }

  /**
   * There is a tip.
   *
   * @param served the tip
   * @param fresh whether it was decided just now; if not, it is the one still open
   */
  record Served(Tip served, boolean fresh) implements Advice {

    @Override
    public Optional<Tip> tip() {
      return Optional.of(served);
    }
  }

  /**
   * There is none.
   *
   * @param reason why
   */
  record Silent(Silence reason) implements Advice {

    @Override
    public Optional<Tip> tip() {
      return Optional.empty();
    }
  }
}
