package net.alogins.oo.llm;

/**
 * A prompt version that was chosen, and with what probability, as a decision records it: the
 * version alone where there was no choice, else {@code first-step-1@0.925}.
 *
 * @param version the prompt's version
 * @param propensity the probability it was chosen with, above 0, at most 1
 */
public record Arm(String version, double propensity) {

  private static final String SEPARATOR = "@";

  public Arm {
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException(
          "an arm's propensity must be above 0, at most 1, but was " + propensity);
    }
  }

  /**
   * What {@link #text} has written.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static Arm parse(String text) {
    int at = text.indexOf(SEPARATOR);
    return at < 0
        ? new Arm(text, 1)
        : new Arm(text.substring(0, at), Double.parseDouble(text.substring(at + 1)));
  }

  /** This, in one word; every bit of the probability is in it. */
  public String text() {
    return propensity == 1 ? version : version + SEPARATOR + propensity;
  }
}
