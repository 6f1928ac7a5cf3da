/** What texts mean, as features. */
@NullMarked
package net.alogins.oo.meaning;

import org.jspecify.annotations.NullMarked;
