/** Typed identifiers: who, what and which. */
@NullMarked
package net.alogins.oo.id;

import org.jspecify.annotations.NullMarked;
