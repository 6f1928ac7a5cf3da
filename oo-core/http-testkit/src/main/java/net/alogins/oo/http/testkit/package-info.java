/** The HTTP contract suite: black-box cases for any host of the operations. */
@NullMarked
package net.alogins.oo.http.testkit;

import org.jspecify.annotations.NullMarked;
