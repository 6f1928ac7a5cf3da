package net.alogins.oo.http;

import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A request as any host can give it.
 *
 * @param caller who asks, and what they may
 * @param path the path as it was sent, still encoded
 * @param query what stands after the question mark, still encoded; empty text when nothing does
 * @param headers the value of the header of a name, or the empty text when there is none
 * @param body the bytes of the body; read at most once and within the limit, never closed
 */
public record Request(
    Caller caller, String path, String query, UnaryOperator<String> headers, InputStream body) {}
