/** The facts of the one log, their storage codec, and the log itself. */
@NullMarked
package net.alogins.oo.event;

import org.jspecify.annotations.NullMarked;
