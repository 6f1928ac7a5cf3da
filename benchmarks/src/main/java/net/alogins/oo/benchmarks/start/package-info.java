/** {@code ./oo bench start}: how soon there is a first tip, and in how little memory. */
@NullMarked
package net.alogins.oo.benchmarks.start;

import org.jspecify.annotations.NullMarked;
