/** Durable stores in a relational database. */
@NullMarked
package net.alogins.oo.jdbc;

import org.jspecify.annotations.NullMarked;
