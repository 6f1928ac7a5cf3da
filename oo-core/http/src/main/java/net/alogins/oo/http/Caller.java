package net.alogins.oo.http;

import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Who asks, and what they may.
 *
 * @param user who asks, as the host knows them; empty when it does not
 * @param role what they may do beyond what is their own, as the host says; {@link Role#NONE} unless
 *     it does
 */
public record Caller(Optional<UserId> user, Role role) {}
