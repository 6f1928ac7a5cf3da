/**
 * Tasks of other systems, mirrored: what a connector is, who has connected what, how far each
 * connection is synced, and which tasks are open there.
 */
@NullMarked
package net.alogins.oo.signal;

import org.jspecify.annotations.NullMarked;
