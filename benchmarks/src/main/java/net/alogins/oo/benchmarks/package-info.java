/** {@code ./oo bench}: what policies earn, beside others in the same run. */
@NullMarked
package net.alogins.oo.benchmarks;

import org.jspecify.annotations.NullMarked;
