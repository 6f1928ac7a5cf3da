/** What was decided, and what the asker receives. */
@NullMarked
package net.alogins.oo.tip;

import org.jspecify.annotations.NullMarked;
