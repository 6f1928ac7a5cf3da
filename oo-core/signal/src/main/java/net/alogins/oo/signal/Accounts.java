package net.alogins.oo.signal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose connections are, in the words of the systems that tell by themselves that something has
 * changed. Each connection is asked for its account once in a process, before its first sync: what
 * has changed before it is known is fetched by that.
 */
final class Accounts {

  private static final Logger LOG = System.getLogger(Accounts.class.getName());

  private final Set<String> telling;
  private final Map<ConnectionId, Account> known = new ConcurrentHashMap<>();

  private record Account(String connector, String name) {}

  /** Of the connectors {@code telling} alone. */
  Accounts(Set<String> telling) {
    this.telling = Set.copyOf(telling);
  }

  /** Asks whose a connection is, unless that is known; without an answer, before the next sync. */
  void learn(Connector connector, Access access) throws InterruptedException {
    if (!telling.contains(connector.name()) || known.containsKey(access.connection())) {
      return;
    }
    try {
      connector
          .account(access)
          .map(name -> new Account(connector.name(), name))
          .ifPresent(account -> known.put(access.connection(), account));
    } catch (ConnectorException later) {
      LOG.log(
          Level.INFO,
          "connection {0}: whose it is there is not known yet: {1}, {2}",
          access.connection(),
          later.kind(),
          later.getMessage());
    }
  }

  /** The connections of an account that are known. */
  List<ConnectionId> of(String connector, String name) {
    Account account = new Account(connector, name);
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().equals(account))
        .map(Map.Entry::getKey)
        .toList();
  }

  void forget(ConnectionId id) {
    known.remove(id);
  }
}
