/** Published contract tests, a clock that stands still, scripted people and policies. */
@NullMarked
package net.alogins.oo.testkit;

import org.jspecify.annotations.NullMarked;
