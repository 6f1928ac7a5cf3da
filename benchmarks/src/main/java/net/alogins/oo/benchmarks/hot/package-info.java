/** {@code ./oo bench hot}: what a choice costs. */
@NullMarked
package net.alogins.oo.benchmarks.hot;

import org.jspecify.annotations.NullMarked;
