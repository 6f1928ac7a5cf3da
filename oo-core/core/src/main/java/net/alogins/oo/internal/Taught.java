package net.alogins.oo.internal;

import java.util.Optional;

/**
 * What became of a lesson in a person's own state.
 *
 * @param own the next own state
 * @param said what the model has to learn of it for everybody, if anything
 */
record Taught(Object own, Optional<Object> said) {}
