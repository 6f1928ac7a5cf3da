/** A deterministic simulation of a recommender on stores that crash, tear and forget. */
@NullMarked
package net.alogins.oo.simulator;

import org.jspecify.annotations.NullMarked;
