package net.alogins.oo.http;

import java.io.InputStream;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * A request as any host can give it.
 *
 * @param user who asks, as the host knows them; empty when it does not
 * @param path the path as it was sent, still encoded
 * @param query what stands after the question mark, still encoded; empty text when nothing does
 * @param contentType the Content-Type header, or the empty text when there is none
 * @param body the bytes of the body; read at most once and within the limit, never closed
 */
public record Request(
    Optional<UserId> user, String path, String query, String contentType, InputStream body) {}
