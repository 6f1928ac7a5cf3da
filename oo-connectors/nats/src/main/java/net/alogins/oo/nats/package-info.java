/** The log's rows to NATS JetStream, and what others say back. */
@NullMarked
package net.alogins.oo.nats;

import org.jspecify.annotations.NullMarked;
