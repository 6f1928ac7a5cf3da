package net.alogins.oo.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.PurgeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.CompressionOption;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The streams of a tenant, and the consumer of what others say: declared as often as one likes. */
final class Streams {

  /** The name of the durable consumer of what others say. */
  static final String CONSUMER = "oo";

  private static final Duration ACK_WAIT = Duration.ofSeconds(30);

  private final Subjects subjects;
  private final NatsSettings settings;

  Streams(Subjects subjects, NatsSettings settings) {
    this.subjects = subjects;
    this.settings = settings;
  }

  /** The stream of events, which is made when it is not there. */
  StreamInfo events(Connection connection) {
    StreamConfiguration.Builder wanted =
        stream(subjects.events(), subjects.everyEvent(), settings.kept())
            .maxBytes(settings.mostBytes())
            .allowDirect(true);
    if (connection.getServerInfo().isSameOrNewerThanVersion("2.10.0")) {
      wanted.compressionOption(CompressionOption.S2);
    }
    return declare(connection, wanted.build());
  }

  /** The stream of what others say, and the one of what of it could not be taken. */
  void incoming(Connection connection) {
    declare(
        connection,
        stream(subjects.incoming(), subjects.everyIncoming(), NatsSettings.WAITING)
            .retentionPolicy(RetentionPolicy.WorkQueue)
            .build());
    declare(
        connection,
        stream(subjects.dead(), subjects.everyDead(), NatsSettings.WAITING)
            .maxMessages(100_000)
            .build());
    ConsumerConfiguration consumer =
        ConsumerConfiguration.builder()
            .durable(CONSUMER)
            .ackPolicy(AckPolicy.Explicit)
            .ackWait(ACK_WAIT)
            .filterSubject(subjects.everyIncoming())
            .maxAckPending(Intake.PAGE)
            .build();
    Asking.of(
        () -> connection.jetStreamManagement().addOrUpdateConsumer(subjects.incoming(), consumer));
  }

  private StreamConfiguration.Builder stream(String name, String subject, Duration kept) {
    return StreamConfiguration.builder()
        .name(name)
        .subjects(subject)
        .storageType(StorageType.File)
        .replicas(settings.replicas())
        .duplicateWindow(NatsSettings.DUPLICATES)
        .maxAge(kept);
  }

  /** What is there keeps its limits, which are its operator's; only its subject is ours. */
  private static StreamInfo declare(Connection connection, StreamConfiguration wanted) {
    JetStreamManagement streams = Asking.of(connection::jetStreamManagement);
    StreamInfo found =
        Asking.maybe(() -> streams.getStreamInfo(wanted.getName()))
            .orElseGet(() -> Asking.of(() -> streams.addStream(wanted)));
    if (!found.getConfiguration().getSubjects().equals(wanted.getSubjects())) {
      throw new NatsException(
          "stream %s must have the subjects %s but has %s"
              .formatted(
                  wanted.getName(), wanted.getSubjects(), found.getConfiguration().getSubjects()));
    }
    return found;
  }

  /** Takes everything about a person out of every stream; how many messages that were. */
  long forget(Connection connection, String person) {
    JetStreamManagement streams = Asking.of(connection::jetStreamManagement);
    Map<String, String> places =
        Map.of(
            subjects.events(), subjects.event(person, "*"),
            subjects.incoming(), subjects.in(person, "*"),
            subjects.dead(), subjects.dead(person, "*"));
    return List.copyOf(places.entrySet()).stream()
        .mapToLong(
            place ->
                Asking.maybe(
                        () ->
                            streams.purgeStream(
                                place.getKey(), PurgeOptions.subject(place.getValue())))
                    .map(purged -> purged.getPurged())
                    .orElse(0L))
        .sum();
  }
}
