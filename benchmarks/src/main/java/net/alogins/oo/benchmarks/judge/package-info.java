/** What a language model thinks of tips, beside what people did with them: offline only. */
@NullMarked
package net.alogins.oo.benchmarks.judge;

import org.jspecify.annotations.NullMarked;
