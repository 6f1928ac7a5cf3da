package net.alogins.oo.llm;

import org.jspecify.annotations.Nullable;

/**
 * A call of a model that was answered.
 *
 * @param alias the alias that was asked
 * @param model the model that says it has answered
 * @param id what the other side calls the call
 * @param tokensIn how many tokens it says to have read, 0 if it does not say
 * @param tokensOut how many it says to have written
 * @param millis how long it took
 * @param temperature how freely it was asked to write
 * @param text what it wrote
 */
record Call(
    String alias,
    String model,
    String id,
    int tokensIn,
    int tokensOut,
    long millis,
    double temperature,
    String text) {

  private static final int LONGEST = 128;

  Call {
    tokensIn = Math.max(0, tokensIn);
    tokensOut = Math.max(0, tokensOut);
  }

  /** A name that the other side gave, of harmless characters; {@code otherwise} if none is left. */
  static String word(@Nullable String name, String otherwise) {
    String some = name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST));
    String harmless = some.replaceAll("[^A-Za-z0-9._:/@+-]", "");
    return harmless.isEmpty() ? otherwise : harmless;
  }

  int tokens() {
    return (int) Math.min(Integer.MAX_VALUE, (long) tokensIn + tokensOut);
  }
}
