/** What is known about a person at the moment of asking. */
@NullMarked
package net.alogins.oo.context;

import org.jspecify.annotations.NullMarked;
