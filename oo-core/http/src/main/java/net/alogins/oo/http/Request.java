package net.alogins.oo.http;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * A request as any host can give it.
 *
 * @param user who asks, as the host knows them; empty when it does not
 * @param query the values of each query parameter, decoded
 * @param contentType the Content-Type header, or the empty text when there is none
 * @param body the bytes of the body; read at most once and within the limit, never closed
 */
public record Request(
    Optional<UserId> user, Map<String, List<String>> query, String contentType, InputStream body) {

  public Request {
    query = Map.copyOf(query);
  }
}
