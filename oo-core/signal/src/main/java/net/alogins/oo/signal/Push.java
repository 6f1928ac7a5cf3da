package net.alogins.oo.signal;

import java.time.Instant;
import java.util.List;

/**
 * What another system has sent by itself: a message with changes.
 *
 * @param message which message, the same when it is sent again; at most 256 characters
 * @param digest what tells its content from others; at most 64 characters
 * @param last until when it could come again, and is remembered
 * @param changes in the order in which they are to be applied; the last word on a task counts
 */
public record Push(String message, String digest, Instant last, List<Change> changes) {

  /** The longest name of a message. */
  public static final int LONGEST_MESSAGE = 256;

  private static final int LONGEST_DIGEST = 64;

  public Push {
    changes = List.copyOf(changes);
    if (message.isEmpty() || message.length() > LONGEST_MESSAGE) {
      throw new IllegalArgumentException("message must be 1 to " + LONGEST_MESSAGE + " characters");
    }
    if (digest.length() > LONGEST_DIGEST) {
      throw new IllegalArgumentException(
          "digest must be at most " + LONGEST_DIGEST + " characters");
    }
  }
}
