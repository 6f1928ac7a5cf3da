/** The policies that come with oO, and the kernels they share. */
@NullMarked
package net.alogins.oo.policies;

import org.jspecify.annotations.NullMarked;
