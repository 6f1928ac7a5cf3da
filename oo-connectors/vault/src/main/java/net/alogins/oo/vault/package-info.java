/** A vault for tokens: sealed where they lie, in the clear during one call only. */
@NullMarked
package net.alogins.oo.vault;

import org.jspecify.annotations.NullMarked;
