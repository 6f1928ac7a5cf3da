package net.alogins.oo.server;

import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.StreamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;

/**
 * What a consumer hears that reads the stream of events from its first message on.
 *
 * @param rows the rows of the log that it heard of
 * @param disorders what it heard of a person for the first time after something later
 */
record Heard(Set<Long> rows, List<String> disorders) {

  private static final String STREAM = "oo_home";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Once the stream at {@code url} has row {@code last}. */
  @SuppressWarnings("try") // a connection's close may be interrupted
  static Heard of(String url, long last) throws Exception {
    Heard heard = new Heard(new HashSet<>(), new ArrayList<>());
    try (Connection connection = Nats.connect(url)) {
      JetStreamManagement streams = connection.jetStreamManagement();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> envelope(streams, state(streams).getLastSequence()).getSequence() == last);
      Map<String, Long> newest = new HashMap<>();
      StreamState state = state(streams);
      for (long i = state.getFirstSequence(); i <= state.getLastSequence(); i++) {
        heard.take(envelope(streams, i), newest);
      }
    }
    return heard;
  }

  private static StreamState state(JetStreamManagement streams) throws Exception {
    return streams.getStreamInfo(STREAM).getStreamState();
  }

  private static Envelope envelope(JetStreamManagement streams, long sequence) throws Exception {
    return Wire.parse(streams.getMessage(STREAM, sequence).getData());
  }

  private void take(Envelope envelope, Map<String, Long> newest) {
    long row = envelope.getSequence();
    if (rows.add(row) && newest.getOrDefault(envelope.getSubject(), 0L) > row) {
      disorders.add(envelope.getSubject() + " row " + row);
    }
    newest.merge(envelope.getSubject(), row, Math::max);
  }
}
