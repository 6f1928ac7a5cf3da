package net.alogins.oo.candidate;

/** Where a candidate comes from. */
public sealed interface Provenance {

  /** It stands in the source as it is: a task, an issue, an appointment. */
  record Listed() implements Provenance {}

  /**
   * A language model wrote it.
   *
   * @param alias the alias that was asked
   * @param model the model that answered
   * @param promptVersion the version of the prompt
   */
  record Generated(String alias, String model, String promptVersion) implements Provenance {

    private static final int LONGEST = 256;

    public Generated {
      Candidate.requireText("alias", alias, LONGEST);
      Candidate.requireText("model", model, LONGEST);
      Candidate.requireText("prompt version", promptVersion, LONGEST);
    }
  }
}
