package net.alogins.oo.server;

import net.alogins.oo.meaning.Meanings;
import net.alogins.oo.policy.Features;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was looked at when a tip was chosen, for those who choose none. */
final class Hindsight {

  @Mixin private Sight sight = new Sight();

  @Option(
      names = "--llm-embedder",
      paramLabel = "ALIAS",
      defaultValue = "",
      description = "As for ./oo serve (OO_LLM_EMBEDDER): what said what titles mean, if any did.")
  private String embedder = "";

  /** The same features that a server had, where nobody is asked for a tip. */
  Features features() {
    Features others = sight.still();
    return embedder.isEmpty() ? others : Meanings.none(embedder).features(others);
  }
}
