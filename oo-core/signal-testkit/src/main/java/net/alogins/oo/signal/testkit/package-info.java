/** Contract tests for connectors and for what keeps connections, and a system to connect to. */
@NullMarked
package net.alogins.oo.signal.testkit;

import org.jspecify.annotations.NullMarked;
