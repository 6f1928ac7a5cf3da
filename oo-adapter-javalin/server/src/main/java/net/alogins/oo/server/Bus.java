package net.alogins.oo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.nats.Inbox;
import net.alogins.oo.nats.NatsBridge;
import net.alogins.oo.nats.NatsConnector;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.wire.Pseudonyms;
import picocli.CommandLine.Option;

/** The way to other programs, over NATS, if there is one. */
final class Bus implements AutoCloseable {

  /** The file of the key that people outside are named with, in the data directory. */
  static final String KEY = "nats.key";

  private static final String USUAL = "NATS_URL";
  private static final String DIGITS = "[0-9a-fA-F]{64}";

  @Option(
      names = "--nats",
      paramLabel = "URL",
      description = {
        "Tells NATS at URL, nats://HOST:PORT, what happens, and hears from there how people react",
        "(OO_NATS, or NATS_URL)."
      })
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--nats-key",
      paramLabel = "FILE",
      description = {
        "The key that people are named with there (nats.key in the data directory). OO_NATS_KEY has",
        "the file, or the key itself."
      })
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--nats-new-names",
      description = "Names people with this key from now on, whatever they were named with before.")
  private boolean isRenaming;

  @Option(
      names = "--nats-replicas",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "On how many servers of a cluster of NATS each event is, 1, 3 or 5, where its streams are not",
        "there yet (OO_NATS_REPLICAS; 1)."
      })
  private int replicas = 1;

  @Option(
      names = "--nats-tasks",
      paramLabel = "SYSTEM,...",
      split = ",",
      defaultValue = "nats",
      description = {
        "The systems that may push tasks there, by the names that their messages have as source",
        "(OO_NATS_TASKS; nats)."
      })
  private List<String> systems = List.of("nats");

  private volatile Optional<NatsBridge> bridge = Optional.empty();

  /** The systems that push tasks, if there is a bus. */
  List<Connector> connectors() {
    return address().isEmpty() ? List.of() : systems.stream().map(Bus::connector).toList();
  }

  private static Connector connector(String system) {
    try {
      return new NatsConnector(system);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "nats-tasks: " + wrong.getMessage(), wrong);
    }
  }

  private Optional<String> address() {
    return url.or(() -> Optional.ofNullable(System.getenv(USUAL)).filter(text -> !text.isBlank()));
  }

  /** Opens it, whether NATS is there or not. */
  void open(Place place, Kept kept, Recommender recommender, Optional<Connections> connections) {
    if (key.isPresent() && address().isEmpty()) {
      throw new Refusal(Exit.USAGE, "nats-key must come with --nats");
    }
    Inbox inbox =
        connections.map(all -> Inbox.of(recommender, all)).orElseGet(() -> Inbox.of(recommender));
    bridge = address().map(to -> bridge(to, key(place, kept.stores().log()), kept, inbox));
  }

  private NatsBridge bridge(String address, byte[] bytes, Kept kept, Inbox inbox) {
    try {
      NatsBridge.Builder to =
          NatsBridge.to(address, Pseudonyms.of(Database.TENANT, bytes))
              .replicas(replicas)
              .relay(kept.stores().log())
              .inbox(inbox);
      return isRenaming ? to.newNames().open() : to.open();
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "nats: " + wrong.getMessage(), wrong);
    }
  }

  /** The key, which is made when there is none, and nobody was named with one before. */
  private byte[] key(Place place, EventLog log) {
    Optional<String> itself = key.map(Path::toString).filter(text -> text.matches(DIGITS));
    if (itself.isPresent()) {
      return HexFormat.of().parseHex(itself.get());
    }
    Path file = key.orElseGet(() -> place.directory().path().resolve(KEY));
    if (!Files.exists(file) && NatsBridge.hasNames(log) && !isRenaming) {
      throw new Refusal(
          Exit.CANNOT_CREATE,
          file + " must be there, as it is where people were named first: copy it from there");
    }
    return key(place, file);
  }

  private static byte[] key(Place place, Path file) {
    try {
      if (!Files.exists(file)) {
        place.directory().create();
        byte[] fresh = new byte[Pseudonyms.KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createFile(file, OwnersOnly.FILE.attributes(file));
        Files.writeString(file, HexFormat.of().formatHex(fresh) + "\n");
      }
      OwnersOnly.FILE.require(file);
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException unusable) {
      String rule = " must be a file of 64 hexadecimal digits";
      throw new Refusal(Exit.CANNOT_CREATE, file + rule, unusable);
    }
  }

  /** How many rows NATS is behind; nothing where there is none. */
  Map<String, Long> lags() {
    return bridge.map(open -> Map.of("nats", open.lag())).orElse(Map.of());
  }

  @Override
  public void close() {
    bridge.ifPresent(NatsBridge::close);
  }
}
