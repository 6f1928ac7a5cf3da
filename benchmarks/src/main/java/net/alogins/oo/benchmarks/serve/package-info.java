/** {@code ./oo bench serve}: how many requests a server answers. */
@NullMarked
package net.alogins.oo.benchmarks.serve;

import org.jspecify.annotations.NullMarked;
