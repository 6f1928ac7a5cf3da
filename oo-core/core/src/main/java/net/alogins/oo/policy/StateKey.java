package net.alogins.oo.policy;

/**
 * Whose state it is: states of different keys never mix.
 *
 * @param policy the policy's name
 * @param configuration a fingerprint of everything else that the state depends on beside the log
 */
public record StateKey(String policy, String configuration) {}
