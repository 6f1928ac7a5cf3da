package net.alogins.oo.identity;

import java.time.Instant;

/**
 * A session as its person may see it.
 *
 * @param name what it is called: 22 characters that say nothing, and sign nobody in
 * @param begun when they signed in
 * @param seen when they were here last, give or take ten minutes
 */
public record OwnSession(String name, Instant begun, Instant seen) {}
