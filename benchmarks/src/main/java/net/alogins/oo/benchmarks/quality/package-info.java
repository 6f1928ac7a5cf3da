/** {@code ./oo bench quality}: multiclass sets played as bandits, through the public interface. */
@NullMarked
package net.alogins.oo.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
