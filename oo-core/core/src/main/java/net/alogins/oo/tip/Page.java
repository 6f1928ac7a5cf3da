package net.alogins.oo.tip;

import java.util.List;
import java.util.Optional;

/**
 * A page of past tips, newest first.
 *
 * @param tips the tips
 * @param next what to ask for the next page, empty on the last
 */
public record Page(List<PastTip> tips, Optional<Request> next) {

  public Page {
    tips = List.copyOf(tips);
  }

  /**
   * Which page is asked for.
   *
   * @param before the row of the log before which it begins, 1 or more
   * @param limit how many tips at most, 1 to 100
   */
  public record Request(long before, int limit) {

    private static final int MOST = 100;

    public Request {
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("page limit must be 1 to " + MOST + " but was " + limit);
      }
      if (before < 1) {
        throw new IllegalArgumentException("page before must be 1 or more but was " + before);
      }
    }

    /** The newest {@code limit} tips. */
    public static Request first(int limit) {
      return new Request(Long.MAX_VALUE, limit);
    }
  }
}
