package net.alogins.oo.signal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.SideEffect;

/**
 * Completes tasks where they came from: keeps a command for each, which the connection's next sync
 * carries out, so that a system that is down holds up nobody else's.
 */
final class Outgoing implements SideEffect {

  private static final String NAME = "connections";

  private final ConnectionStore store;
  private final Syncs syncs;

  Outgoing(ConnectionStore store, Syncs syncs) {
    this.store = store;
    this.syncs = syncs;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void completed(Completion completion) {
    enqueue(Command.Verb.COMPLETE, completion);
  }

  @Override
  public void reopened(Completion completion) {
    enqueue(Command.Verb.REOPEN, completion);
  }

  private void enqueue(Command.Verb verb, Completion completion) {
    String key = completion.candidate().key();
    Optional<Connection> holder =
        store
            .holder(completion.user(), completion.candidate().source(), key)
            .filter(Connection::mayWrite);
    holder.ifPresent(
        connection -> {
          store.enqueue(
              connection.id(), new Command(id(verb, completion), verb, key, completion.at()));
          syncs.wake(connection.id());
        });
  }

  /** The same for the same word of the person, however often it is told. */
  private static String id(Command.Verb verb, Completion completion) {
    String word =
        verb
            + "/"
            + completion.user()
            + "/"
            + completion.tip()
            + "/"
            + completion.at().toEpochMilli();
    return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
