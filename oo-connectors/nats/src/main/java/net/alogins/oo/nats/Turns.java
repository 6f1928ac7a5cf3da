package net.alogins.oo.nats;

import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.api.MessageInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the changes of a person's tasks in order, whoever takes them and whatever failed: what is
 * taken leaves the stream, so the first message of a person in it is the next one. It is for one
 * connection and one thread.
 */
final class Turns {

  private static final int MOST = 1_024;

  private final JetStreamManagement streams;
  private final String stream;

  /** The last place of each person's that was taken here: what is before it is on its way out. */
  private final Map<String, Long> taken =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  Turns(JetStreamManagement streams, String stream) {
    this.streams = streams;
    this.stream = stream;
  }

  /** Whether no earlier message of the person has to be taken before; reactions need not wait. */
  boolean isNext(Message message) {
    if (!Said.isTask(message.getData())) {
      return true;
    }
    String everything = everythingOf(message);
    long from = taken.getOrDefault(everything, 0L) + 1;
    Optional<MessageInfo> first =
        Asking.maybe(() -> streams.getNextMessage(stream, from, everything));
    return first.filter(earlier -> earlier.getSeq() < place(message)).isEmpty();
  }

  /** It was taken, and is on its way out of the stream. */
  void done(Message message) {
    if (Said.isTask(message.getData())) {
      taken.put(everythingOf(message), place(message));
    }
  }

  private static long place(Message message) {
    return message.metaData().streamSequence();
  }

  private static String everythingOf(Message message) {
    String subject = message.getSubject();
    return subject.substring(0, subject.lastIndexOf('.')) + ".*";
  }
}
