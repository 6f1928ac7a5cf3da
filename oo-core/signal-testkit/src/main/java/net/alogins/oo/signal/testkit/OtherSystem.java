package net.alogins.oo.signal.testkit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Secrets;

/**
 * Another system as a test has it in its hands: what stands there, and what goes wrong there. What
 * goes wrong does so until it is healed; what it is not capable of does nothing.
 */
public interface OtherSystem {

  /** A new connector to it. */
  Connector connector();

  /** What lets a connection in. */
  Secrets secrets();

  /** Where it is, as a connection is told. */
  default String target() {
    return "";
  }

  /** What it is capable of: everything, unless it says less. */
  default Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  /**
   * All that it has pushed so far, if its tasks are pushed; they may come again, and nothing of it
   * is listed.
   */
  default List<Push> pushed() {
    return List.of();
  }

  /** A new open task; its key. */
  String add(String title);

  /** As many new open tasks as there are titles; their keys, in the same order. */
  default List<String> add(List<String> titles) {
    return titles.stream().map(this::add).toList();
  }

  /** Gives a task another title. */
  void rename(String key, String title);

  /** Completes a task, not by way of the connector. */
  void complete(String key);

  /** Removes a task, open or not. */
  void delete(String key);

  /** The keys of the open tasks. */
  Set<String> open();

  /** How often a task was completed or reopened by way of the connector. */
  int executed(String key);

  /** It says that it is asked too often, and to wait. */
  void throttle(Duration after);

  /** It lets nobody in. */
  void revoke();

  /** It fails. */
  void breakDown();

  /** It answers what nobody understands. */
  void babble();

  /** It does not know any cursor that it gave. */
  void forgetCursors();

  /** Everything is well again. */
  void heal();
}
