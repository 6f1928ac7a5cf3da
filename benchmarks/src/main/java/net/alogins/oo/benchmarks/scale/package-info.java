/** {@code ./oo bench scale}: how cost grows with what there is. */
@NullMarked
package net.alogins.oo.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
