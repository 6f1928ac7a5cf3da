package net.alogins.oo.identity;

import java.time.Instant;
import net.alogins.oo.id.UserId;

/**
 * Somebody who has signed in, in one browser.
 *
 * @param user who it is
 * @param begun when they signed in
 * @param seen when they were here last, give or take a while
 */
public record Session(UserId user, Instant begun, Instant seen) {}
