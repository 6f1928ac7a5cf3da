package net.alogins.oo.server;

import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.StreamState;
import java.time.Duration;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Envelope;

/** What a consumer hears that reads the stream of events from its first message on. */
final class Heard {

  static final String STREAM = "oo_home";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Heard() {}

  /** Once the stream at {@code url} has row {@code last}. */
  @SuppressWarnings("try") // a connection's close may be interrupted
  static Sightings of(String url, long last) throws Exception {
    Sightings heard = new Sightings();
    try (Connection connection = Nats.connect(url)) {
      JetStreamManagement streams = connection.jetStreamManagement();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> envelope(streams, state(streams).getLastSequence()).getSequence() == last);
      StreamState state = state(streams);
      for (long i = state.getFirstSequence(); i <= state.getLastSequence(); i++) {
        heard.take(envelope(streams, i));
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
}
