package net.alogins.oo.nats;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.util.Optional;

/** Questions to JetStream, whose failures are of one kind. */
interface Asking<T> {

  T ask() throws IOException, JetStreamApiException;

  /** Its answer. */
  static <T> T of(Asking<T> question) {
    try {
      return question.ask();
    } catch (JetStreamApiException refused) {
      throw new NatsException("JetStream refused: " + refused.getMessage(), refused);
    } catch (IOException | IllegalStateException away) {
      throw new NatsException("NATS must be reachable: " + away.getMessage(), away);
    }
  }

  /** Its answer, empty if there is no such thing. */
  static <T> Optional<T> maybe(Asking<T> question) {
    return of(
        () -> {
          try {
            return Optional.ofNullable(question.ask());
          } catch (JetStreamApiException refused) {
            if (refused.getErrorCode() == 404) {
              return Optional.empty();
            }
            throw refused;
          }
        });
  }
}
