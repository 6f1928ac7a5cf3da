/** What the policies compute with, as a service that another module may provide. */
@NullMarked
package net.alogins.oo.policies.kernel;

import org.jspecify.annotations.NullMarked;
