/**
 * What connectors to systems on the web share: requests that end, answers that are bounded, and
 * what it means if there is none.
 */
@NullMarked
package net.alogins.oo.remote;

import org.jspecify.annotations.NullMarked;
