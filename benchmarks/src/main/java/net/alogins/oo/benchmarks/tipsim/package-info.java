/** {@code ./oo bench tipsim}: policies in a synthetic world of people and chores. */
@NullMarked
package net.alogins.oo.benchmarks.tipsim;

import org.jspecify.annotations.NullMarked;
