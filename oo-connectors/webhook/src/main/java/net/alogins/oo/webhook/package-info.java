/**
 * Webhooks after the Standard Webhooks specification, and the only way to call a stranger's
 * address.
 */
@NullMarked
package net.alogins.oo.webhook;

import org.jspecify.annotations.NullMarked;
