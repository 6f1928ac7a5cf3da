/** What could be suggested, where it comes from, and what removes it. */
@NullMarked
package net.alogins.oo.candidate;

import org.jspecify.annotations.NullMarked;
