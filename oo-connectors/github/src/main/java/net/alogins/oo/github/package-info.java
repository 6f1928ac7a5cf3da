/** Issues, pull requests and reviews of GitHub that are somebody's to do. */
@NullMarked
package net.alogins.oo.github;

import org.jspecify.annotations.NullMarked;
