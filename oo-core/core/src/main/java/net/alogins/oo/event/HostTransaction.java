package net.alogins.oo.event;

import java.util.List;

/**
 * A transaction of the host's own that a reaction may join: it is durable, numbered and learned
 * once the host commits, and never happened if the host rolls back. A store hands it out; it may be
 * used by one thread at a time, until the transaction ends.
 */
public interface HostTransaction {

  /**
   * Appends events in order, and returns one outcome for each. A new event has no number yet: its
   * outcome says 0.
   */
  List<Appended> append(List<? extends Event> events);
}
