/** Events as other programs read and write them, and the registry of their schemas. */
@NullMarked
package net.alogins.oo.wire;

import org.jspecify.annotations.NullMarked;
