/** The HTTP operations in a Javalin host. */
@NullMarked
package net.alogins.oo.javalin;

import org.jspecify.annotations.NullMarked;
