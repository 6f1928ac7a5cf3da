// compiler.err.cant.inherit.from.sealed: a policy is shared or personal
package misuse;

import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.SharedPolicy;

interface PolicyOfNoKind extends Policy<String> {} // wrong
// right: interface PolicyOfNoKind extends SharedPolicy<String> {}
