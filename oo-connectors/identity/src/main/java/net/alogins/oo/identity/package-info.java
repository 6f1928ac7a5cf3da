/** Logins and tokens: how a host that has no accounts of its own knows who asks. */
@NullMarked
package net.alogins.oo.identity;

import org.jspecify.annotations.NullMarked;
