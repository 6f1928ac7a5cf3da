/** The front door of oO: {@link net.alogins.oo.Recommender}, with its two verbs tip and react. */
@NullMarked
package net.alogins.oo;

import org.jspecify.annotations.NullMarked;
