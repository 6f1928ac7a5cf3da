/** The engine; not exported. */
@NullMarked
package net.alogins.oo.internal;

import org.jspecify.annotations.NullMarked;
