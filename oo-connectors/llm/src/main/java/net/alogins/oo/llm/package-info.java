/** Candidates that a language model writes, beside the tasks that are there. */
@NullMarked
package net.alogins.oo.llm;

import org.jspecify.annotations.NullMarked;
