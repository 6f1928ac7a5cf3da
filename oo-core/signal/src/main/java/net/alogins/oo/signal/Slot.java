package net.alogins.oo.signal;

import net.alogins.oo.id.UserId;

/**
 * Where one secret lies. All of it is bound to the secret: what was put into one slot is not to be
 * had from another.
 *
 * @param user whose
 * @param connector for which system
 * @param connection for which connection
 * @param secret which of its secrets
 */
public record Slot(UserId user, String connector, ConnectionId connection, Secret secret) {}
