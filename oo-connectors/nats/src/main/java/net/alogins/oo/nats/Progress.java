package net.alogins.oo.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamInfo;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;

/**
 * How far the log has come into its stream: kept in the log's own store, and held against what the
 * stream has. A stream that was made anew has nothing; one that ends earlier than it did has lost
 * something; one that ends later got what was not noted any more.
 */
final class Progress {

  /** The name of the position in the log. */
  static final String ROW = "nats";

  private static final String SEQUENCE = "nats/sequence";
  private static final String CREATED = "nats/created";
  private static final System.Logger LOGGER = System.getLogger(Progress.class.getName());

  private final EventLog log;
  private final Wire wire;

  Progress(EventLog log, Wire wire) {
    this.log = log;
    this.wire = wire;
  }

  /** The last row that is in the stream as it is now; the next one is to be sent. */
  long resume(Connection connection, StreamInfo stream) {
    long created = stream.getCreateTime().toInstant().toEpochMilli();
    long last = stream.getStreamState().getLastSequence();
    long noted = log.position(SEQUENCE).orElse(0);
    long row = log.position(ROW).orElse(log.trimmed());
    boolean isNew = log.position(CREATED).orElse(-1) != created;
    if (isNew || last != noted) {
      Optional<Long> held = lastRow(connection, stream);
      long before = row;
      boolean isLost = isNew || last < noted;
      row = isLost ? held.orElse(log.trimmed()) : Math.max(row, held.orElse(row));
      say(isLost && noted > 0 && row < before, row);
      note(row, last);
      log.advance(CREATED, created);
    }
    return row;
  }

  private static void say(boolean isLost, long row) {
    if (isLost) {
      LOGGER.log(Level.WARNING, "the stream has lost events; sent again from after row " + row);
    }
  }

  /** The row that the last message of the stream is, if it is one of this log. */
  private Optional<Long> lastRow(Connection connection, StreamInfo stream) {
    String subject = stream.getConfiguration().getSubjects().get(0);
    JetStreamManagement streams = Asking.of(connection::jetStreamManagement);
    Optional<MessageInfo> last =
        Asking.maybe(() -> streams.getLastMessage(stream.getConfiguration().getName(), subject));
    return last.map(message -> Wire.parse(message.getData()))
        .filter(this::isOurs)
        .map(Envelope::getSequence);
  }

  private boolean isOurs(Envelope envelope) {
    List<Recorded> rows = log.read(envelope.getSequence() - 1, 1);
    return rows.stream()
        .anyMatch(
            row -> {
              Envelope again = wire.envelope(row);
              return again.getEventId().equals(envelope.getEventId())
                  && again.getOccurredAt().equals(envelope.getOccurredAt());
            });
  }

  /** Every row up to {@code row} is in the stream, which ends with {@code sequence}. */
  void note(long row, long sequence) {
    log.advance(ROW, row);
    log.advance(SEQUENCE, sequence);
  }
}
