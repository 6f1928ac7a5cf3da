/**
 * Off-policy evaluation: what a policy would have earned, from the logged decisions of another, and
 * whether the log can tell at all.
 */
@NullMarked
package net.alogins.oo.policies.evaluation;

import org.jspecify.annotations.NullMarked;
