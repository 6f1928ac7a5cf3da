/** How candidates become numbers, a ranking, and a learned state. */
@NullMarked
package net.alogins.oo.policy;

import org.jspecify.annotations.NullMarked;
