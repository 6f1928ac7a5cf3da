/** In-memory twins of every store: volatile, for tests and first steps. */
@NullMarked
package net.alogins.oo.memory;

import org.jspecify.annotations.NullMarked;
