package net.alogins.oo.identity;

import java.net.URI;

/**
 * A login that begins.
 *
 * @param address where the browser is to go
 * @param cookie what the browser is to bring back: a secret of its own
 */
public record Departure(URI address, String cookie) {}
