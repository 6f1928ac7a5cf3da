/** A kernel that says itself which values are computed at the same time. */
@NullMarked
package net.alogins.oo.policies.vector;

import org.jspecify.annotations.NullMarked;
