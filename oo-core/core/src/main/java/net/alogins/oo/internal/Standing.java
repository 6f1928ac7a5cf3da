package net.alogins.oo.internal;

import java.util.Map;

/**
 * Everything learned at one moment, in short.
 *
 * @param seq the row up to which it is learned
 * @param stateHash SHA-256 of it, in hexadecimal
 * @param counters how many facts came in, and what became of them
 */
public record Standing(long seq, String stateHash, Map<String, Long> counters) {}
