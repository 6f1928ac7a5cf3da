package net.alogins.oo.signal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.SideEffect;

/**
 * Completes tasks where they came from: keeps a command for each, which the connection's next sync
 * carries out, so that a system that is down holds up nobody else's. Tasks that are kept here alone
 * are completed here.
 */
final class Outgoing implements SideEffect {

  private static final String NAME = "connections";

  private final Map<String, Connector> connectors;
  private final ConnectionStore store;
  private final Mirror mirror;
  private final Syncs syncs;

  Outgoing(Map<String, Connector> connectors, ConnectionStore store, Mirror mirror, Syncs syncs) {
    this.connectors = connectors;
    this.store = store;
    this.mirror = mirror;
    this.syncs = syncs;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void completed(Completion completion) {
    here(completion, store::complete);
    enqueue(Command.Verb.COMPLETE, completion);
  }

  @Override
  public void reopened(Completion completion) {
    here(completion, store::reopen);
    enqueue(Command.Verb.REOPEN, completion);
  }

  private Optional<Connection> holder(Completion of) {
    return store.holder(of.user(), of.candidate().source(), of.candidate().key());
  }

  private void here(Completion completion, BiConsumer<ConnectionId, String> change) {
    Optional.ofNullable(connectors.get(completion.candidate().source()))
        .filter(Connector::isPushed)
        .flatMap(kept -> holder(completion))
        .ifPresent(
            connection -> {
              change.accept(connection.id(), completion.candidate().key());
              mirror.changed(completion.user());
            });
  }

  private void enqueue(Command.Verb verb, Completion completion) {
    String key = completion.candidate().key();
    Optional<Connection> holder = holder(completion).filter(Connection::mayWrite);
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
