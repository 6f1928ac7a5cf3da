/** {@code ./oo bench logged}: what a policy learns from a log of somebody else's choices. */
@NullMarked
package net.alogins.oo.benchmarks.logged;

import org.jspecify.annotations.NullMarked;
