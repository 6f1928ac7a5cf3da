/** The reference server: configuration, wiring, and the command line. */
@NullMarked
package net.alogins.oo.server;

import org.jspecify.annotations.NullMarked;
