package net.alogins.oo.llm;

import java.util.Optional;

/**
 * What came of a question that nobody waited for.
 *
 * @param json the answer, if there was one that fits; it is JSON of the schema, and nothing else of
 *     it is believed
 * @param refused why there is none, such as {@code timeout}; else empty text
 * @param model the model that says it has answered, or empty text
 * @param calls how many calls it took, 0 to 2
 * @param tokensIn how many tokens the other side says to have read
 * @param tokensOut how many it says to have written
 * @param millis how long it took
 */
public record Inquired(
    Optional<String> json,
    String refused,
    String model,
    int calls,
    long tokensIn,
    long tokensOut,
    long millis) {

  private static final String UNFIT = Failure.Kind.MALFORMED.word();

  static Inquired answered(Call call) {
    return of(call, Optional.of(call.text()), "");
  }

  static Inquired unfit(Call call) {
    return of(call, Optional.empty(), UNFIT);
  }

  private static Inquired of(Call call, Optional<String> json, String refused) {
    return new Inquired(
        json, refused, call.model(), 1, call.tokensIn(), call.tokensOut(), call.millis());
  }

  static Inquired failed(Failure.Kind why, int calls, long millis) {
    return new Inquired(Optional.empty(), why.word(), "", calls, 0, 0, millis);
  }

  /** What came of asking once more, with the cost of both; of this nothing else is left. */
  public Inquired then(Inquired again) {
    return new Inquired(
        again.json,
        again.refused,
        again.model,
        calls + again.calls,
        tokensIn + again.tokensIn,
        tokensOut + again.tokensOut,
        millis + again.millis);
  }

  /** Whether a model has answered, but not as it was asked to. */
  boolean isUnfit() {
    return json.isEmpty() && !model.isEmpty();
  }

  /** Whether the person did not allow it, so that nobody else may be asked either. */
  public boolean isForbidden() {
    return refused.equals(Failure.Kind.CONSENT_WITHDRAWN.word());
  }
}
