/** What a person allows and prefers. */
@NullMarked
package net.alogins.oo.profile;

import org.jspecify.annotations.NullMarked;
