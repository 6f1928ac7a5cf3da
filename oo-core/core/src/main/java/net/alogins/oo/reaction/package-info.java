/** How a person answers a tip, and what the answer is worth. */
@NullMarked
package net.alogins.oo.reaction;

import org.jspecify.annotations.NullMarked;
