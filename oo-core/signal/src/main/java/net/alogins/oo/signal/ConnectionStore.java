package net.alogins.oo.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;

/**
 * Where connections are kept, how far each is synced, the tasks that are open there, and what is to
 * be done there. Each method is one transaction and durable when it returns; calls may come from
 * any thread, and what one has done, every later one sees. What is said of a connection that is not
 * there is dropped: somebody has disconnected meanwhile. Instants are kept to the millisecond.
 */
public interface ConnectionStore {

  /** How many of the tasks that are gone a connection remembers, so that they can be reopened. */
  int MOST_GONE = 1_000;

  /** How many messages of a connection are remembered while they could come again. */
  int MOST_MESSAGES = 10_000;

  /** How many commands of a connection wait to be done. */
  int MOST_COMMANDS = 1_000;

  /** How many open tasks a connection may have by what is pushed. */
  int MOST_PUSHED = 10_000;

  /** Keeps a connection that has not been synced; there is none of this id. */
  void add(Connection connection);

  /** Changes what a connection may do, or where it leads. */
  void update(Connection connection);

  /** Forgets a connection and everything that it has brought. */
  void remove(ConnectionId id);

  /** How every connection stands, in the order in which they were added. */
  List<Standing> all();

  /** How the connections of a person stand, in the order in which they were added. */
  List<Standing> of(UserId user);

  /** How one stands. */
  Optional<Standing> find(ConnectionId id);

  /** Where its next fetch goes on; empty if it starts from nothing. */
  Optional<Cursor> cursor(ConnectionId id);

  /**
   * Applies an answer and keeps its cursor, both or neither. After one that is the last, the
   * connection is active and synced {@code at}; and if a list of everything has ended with it, what
   * that did not name is gone.
   */
  void apply(ConnectionId id, Fetch fetch, Instant at);

  /**
   * Applies what was pushed and remembers the message, both or neither. What is pushed stands until
   * it is pushed as gone: no list of everything needs to name it.
   */
  Pushed push(ConnectionId id, Push push, Instant now);

  /** A task is gone, as its person says; one that is not known stays so. */
  void complete(ConnectionId id, String key);

  /** A task is open again, as its person says; one that is not known stays so. */
  void reopen(ConnectionId id, String key);

  /** Forgets the cursor; the tasks stand until a list of everything has ended. */
  void startOver(ConnectionId id);

  /** Makes it active again, with no trouble known. */
  void resume(ConnectionId id);

  /** Notes that an attempt has failed; an active one is troubled then, or waits for its person. */
  void fail(ConnectionId id, ConnectorException.Kind trouble, Optional<Instant> retry);

  /**
   * The open tasks of a person, those of the connection that was added first first, in each in the
   * order in which they became known.
   */
  List<Candidate> open(UserId user);

  /**
   * Which of a person's connections has this task open, or had it: of those that are gone, each
   * connection remembers the last {@value #MOST_GONE}.
   */
  Optional<Connection> holder(UserId user, String connector, String key);

  /**
   * Keeps a command until it is done; one that is kept already is kept once. Of more than {@value
   * #MOST_COMMANDS}, those that came first are forgotten.
   */
  void enqueue(ConnectionId id, Command command);

  /** At most {@code most} of the commands that are to be done, oldest first. */
  List<Command> commands(ConnectionId id, int most);

  /** Forgets a command that is done, or never can be. */
  void done(ConnectionId id, String command);

  /** Whether other processes may change what is here: what was read of it is soon read again. */
  default boolean isShared() {
    return false;
  }
}
