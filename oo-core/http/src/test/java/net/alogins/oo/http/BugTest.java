package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;
import net.alogins.oo.testkit.ForwardingEventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BugTest {

  private final Logger logger = Logger.getLogger(Operation.class.getName());
  private final Log log = new Log();

  @BeforeEach
  void listen() {
    logger.addHandler(log);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(log);
    logger.setUseParentHandlers(true);
  }

  @Test
  void a_bug_is_logged_and_tells_the_client_nothing() {
    try (Recommender recommender =
        House.builder().features(Features.standard().and(BROKEN)).build()) {
      Response response = House.answer(Operations.of(recommender), "askForTip", "{}");

      assertThat(House.text(response))
          .isEqualTo(
              """
              {"type":"about:blank","title":"Internal Server Error","status":500,\
              "detail":"internal error"}""");
      assertThat(log.records)
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.getMessage()).isEqualTo("askForTip failed");
                assertThat(record.getThrown()).hasMessage("secret");
              });
    }
  }

  @Test
  void a_store_that_is_down_is_answered_too() {
    Stores down =
        new Stores(
            new Down(),
            new InMemoryProfileStore(),
            new InMemoryTipScores(),
            new InMemoryStateStore());
    try (Recommender recommender = House.builder().stores(down).build()) {
      for (String operation : List.of("askForTip", "pastTips")) {
        Response response = House.answer(Operations.of(recommender), operation, "{}");

        assertThat(House.text(response)).contains("internal error").doesNotContain("secret");
      }
      assertThat(log.records).hasSize(2);
    }
  }

  @Test
  void a_body_that_breaks_off_is_the_clients_fault() {
    try (Recommender recommender = House.builder().build()) {
      Operation ask = Operations.of(recommender).get(0);

      Response response = ask.answer(House.request(new BreaksOff()));

      assertThat(response.status()).isEqualTo(400);
      assertThat(House.text(response)).contains("body must arrive whole");
      assertThat(log.records).isEmpty();
    }
  }

  @Test
  void a_body_too_large_is_read_a_little_further_and_never_to_its_end() {
    try (Recommender recommender = House.builder().build()) {
      Endless endless = new Endless();

      Response response = Operations.of(recommender).get(0).answer(House.request(endless));

      assertThat(response.status()).isEqualTo(413);
      assertThat(endless.read).isBetween(1_000_000L, 2_500_000L);
    }
  }

  @Test
  void a_body_too_large_that_breaks_off_is_still_too_large() {
    try (Recommender recommender = House.builder().build()) {
      InputStream large = new ByteArrayInputStream(new byte[300_000]);

      Request request = House.request(new SequenceInputStream(large, new BreaksOff()));

      assertThat(Operations.of(recommender).get(0).answer(request).status()).isEqualTo(413);
    }
  }

  private static final Feature BROKEN =
      Feature.ofContext(
          "broken",
          List.of("column"),
          (context, row) -> {
            throw new IllegalStateException("secret");
          });

  /** A log that keeps nothing and refuses to be written to. */
  private static final class Down extends ForwardingEventLog {

    private final EventLog empty = new InMemoryEventLog();

    @Override
    protected EventLog log() {
      return empty;
    }

    @Override
    public List<Appended> append(List<? extends Event> events) {
      throw new UncheckedIOException(new IOException("secret"));
    }

    @Override
    public List<Recorded> decisions(UserId user, long before, int limit) {
      throw new UncheckedIOException(new IOException("secret"));
    }
  }

  private static final class BreaksOff extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }

  private static final class Endless extends InputStream {

    private long read;

    @Override
    public int read() {
      read++;
      return ' ';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      read += length;
      return length;
    }
  }

  private static final class Log extends Handler {

    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
