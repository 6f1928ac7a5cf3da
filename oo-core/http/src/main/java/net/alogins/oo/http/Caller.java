package net.alogins.oo.http;

import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Who asks, what they may, and from where.
 *
 * @param user who asks, as the host knows them; empty when it does not
 * @param role what they may do beyond what is their own, as the host says; {@link Role#NONE} unless
 *     it does
 * @param address from where a stranger's request comes, as the host knows it; only used to tell
 *     strangers apart who ask too often
 */
public record Caller(Optional<UserId> user, Role role, Optional<String> address) {}
