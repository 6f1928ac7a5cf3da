package net.alogins.oo.llm;

/**
 * What a model may be asked for one person in a day, which begins at midnight UTC.
 *
 * @param calls how many calls, repairs among them
 * @param tokens how many tokens, read and written; the call that exceeds them is the last
 */
public record Budget(int calls, long tokens) {

  public Budget {
    if (calls < 1 || tokens < 1) {
      throw new IllegalArgumentException(
          "a language model's budget must be at least 1 call and 1 token a day but was "
              + calls
              + " and "
              + tokens);
    }
  }

  /** A hundred calls and 200,000 tokens. */
  public static Budget standard() {
    return new Budget(100, 200_000);
  }
}
