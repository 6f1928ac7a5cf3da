/** The operations of {@code openapi.yaml}, for any HTTP server. */
@NullMarked
package net.alogins.oo.http;

import org.jspecify.annotations.NullMarked;
