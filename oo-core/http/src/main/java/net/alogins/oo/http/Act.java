package net.alogins.oo.http;

import java.util.Optional;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * Something that somebody may have to answer for: what people allow, taking one's data along, and
 * what those do who run a recommender. Nobody's words are in it.
 *
 * @param by who does it
 * @param operation the operationId of what is done
 * @param whose whose data it is done to; empty when it is everybody's
 * @param tip the tip that it is about
 * @param detail what else there is to say, in words of the contract, or the empty text
 */
public record Act(
    UserId by, String operation, Optional<UserId> whose, Optional<TipId> tip, String detail) {

  /** Something that {@code by} does to what is their own. */
  static Act own(UserId by, String operation, String detail) {
    return new Act(by, operation, Optional.of(by), Optional.empty(), detail);
  }

  /** Something that {@code by} does to everybody's. */
  static Act onAll(UserId by, String operation) {
    return new Act(by, operation, Optional.empty(), Optional.empty(), "");
  }

  /** Something that {@code by} does about {@code tip}, which is {@code whose}. */
  static Act about(UserId by, String operation, UserId whose, TipId tip) {
    return new Act(by, operation, Optional.of(whose), Optional.of(tip), "");
  }
}
