/** Features of what people lately did, by kind and hour: a second reader of the log. */
@NullMarked
package net.alogins.oo.habits;

import org.jspecify.annotations.NullMarked;
