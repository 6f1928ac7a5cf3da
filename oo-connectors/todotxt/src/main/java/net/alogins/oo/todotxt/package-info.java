/** The todo.txt format: tasks as candidates, and the lines where they are completed. */
@NullMarked
package net.alogins.oo.todotxt;

import org.jspecify.annotations.NullMarked;
