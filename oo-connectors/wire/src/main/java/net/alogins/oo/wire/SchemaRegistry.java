package net.alogins.oo.wire;

import java.util.Optional;

/**
 * Where the releases of contracts are looked up. A release never changes and is never removed; each
 * can be read by whoever knows a later one, and what a later one writes passes through an earlier
 * one unharmed. Its methods may be called from any thread; that it cannot be reached is an
 * unchecked exception.
 */
public interface SchemaRegistry {

  /**
   * Adds a release; one that is there already is left as it is.
   *
   * @throws IncompatibleSchemaException if it breaks an earlier release, is not the next one, or
   *     another one of its version is there
   */
  void register(Schema schema) throws IncompatibleSchemaException;

  /** One release, empty if it is not there. */
  Optional<Schema> find(String name, int version);

  /** The newest release, empty if there is none. */
  Optional<Schema> latest(String name);
}
