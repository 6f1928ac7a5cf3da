package net.alogins.oo.nats;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.alogins.oo.Stores;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.testkit.ForwardingEventLog;
import net.alogins.oo.wire.Pseudonyms;
import org.junit.jupiter.api.Test;

class SameNamesTest {

  /** As where several processes share it: places in it go forward only. */
  private static final class Forward extends ForwardingEventLog {

    private final EventLog log = Stores.inMemory().log();

    @Override
    protected EventLog log() {
      return log;
    }

    @Override
    public void advance(String follower, long seq) {
      log.advance(follower, Math.max(seq, log.position(follower).orElse(0)));
    }
  }

  private static SameNames names(EventLog log, int key) {
    byte[] bytes = new byte[Pseudonyms.KEY_BYTES];
    Arrays.fill(bytes, (byte) key);
    return new SameNames(log, Pseudonyms.of(new TenantId("home"), bytes));
  }

  @Test
  void people_are_renamed_whatever_the_keys_are() {
    EventLog log = new Forward();
    names(log, 0).begin(false);
    for (int key = 1; key < 20; key++) {
      SameNames another = names(log, key);
      assertThatThrownBy(() -> another.begin(false)).hasMessageContaining("must be named");
      another.begin(true);
      another.begin(true);

      assertThatCode(another::require).doesNotThrowAnyException();
      SameNames before = names(log, key - 1);
      assertThatThrownBy(before::require).isInstanceOf(NatsException.class);
    }
  }
}
