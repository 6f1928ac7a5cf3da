package net.alogins.oo.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.nats.NatsBridge;
import net.alogins.oo.nats.NatsConnector;
import net.alogins.oo.signal.Connector;
import picocli.CommandLine.Option;

/** Where NATS is, if it is to be told anything, and how, as it is said at the command line. */
final class BusOptions {

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

  /** Where it is; refuses what would do nothing without it. */
  Optional<String> url() {
    Optional<String> all =
        url.or(() -> Optional.ofNullable(System.getenv(USUAL)).filter(text -> !text.isBlank()));
    if (key.isPresent() && all.isEmpty()) {
      throw new Refusal(Exit.USAGE, "nats-key must come with --nats");
    }
    return all;
  }

  /** The systems that push tasks. */
  List<Connector> connectors() {
    return systems.stream().map(BusOptions::connector).toList();
  }

  private static Connector connector(String system) {
    try {
      return new NatsConnector(system);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "nats-tasks: " + wrong.getMessage(), wrong);
    }
  }

  /** The same bridge with what is said of it. */
  NatsBridge.Builder with(NatsBridge.Builder bridge) {
    return isRenaming ? bridge.replicas(replicas).newNames() : bridge.replicas(replicas);
  }

  /** The key, which is made when there is none, and nobody was named with one before. */
  byte[] key(Place place, EventLog log) {
    Optional<String> itself = key.map(Path::toString).filter(text -> text.matches(DIGITS));
    return itself
        .map(HexFormat.of()::parseHex)
        .orElseGet(() -> file(place.directory(), log).bytes());
  }

  private NatsKey file(DataDirectory directory, EventLog log) {
    Path file = key.orElseGet(() -> directory.path().resolve(NatsKey.NAME));
    if (!Files.exists(file) && NatsBridge.hasNames(log) && !isRenaming) {
      throw new Refusal(
          Exit.CANNOT_CREATE,
          file + " must be there, as it is where people were named first: copy it from there");
    }
    if (key.isEmpty()) {
      directory.create();
    }
    return new NatsKey(file);
  }
}
