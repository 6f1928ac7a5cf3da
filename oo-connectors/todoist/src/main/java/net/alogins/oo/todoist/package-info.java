/** Tasks of Todoist: how they are fetched, completed and reopened, and how people connect it. */
@NullMarked
package net.alogins.oo.todoist;

import org.jspecify.annotations.NullMarked;
