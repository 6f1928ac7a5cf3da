/** {@code ./oo bench bridge}: how fast the log's rows reach NATS. */
@NullMarked
package net.alogins.oo.benchmarks.bridge;

import org.jspecify.annotations.NullMarked;
