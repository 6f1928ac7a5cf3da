package net.alogins.oo.todoist;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.TokenVault;

/**
 * Syncs once, completes a task, and writes down what is in its memory then. Arguments: where
 * Todoist is, a token of which every character is one too high, and where to write.
 */
final class IdleProgram {

  private IdleProgram() {}

  /** A token that is itself only during a call. */
  private record Raised(String token) implements Access {

    @Override
    public UserId user() {
      return new UserId("ada");
    }

    @Override
    public ConnectionId connection() {
      return new ConnectionId("c-1");
    }

    @Override
    public String target() {
      return "";
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public <T> T with(Secret secret, TokenVault.Use<T> use)
        throws ConnectorException, InterruptedException {
      byte[] lent = new byte[token.length()];
      for (int i = 0; i < lent.length; i++) {
        lent[i] = (byte) (token.charAt(i) - 1);
      }
      try {
        return use.with(lent);
      } finally {
        Arrays.fill(lent, (byte) 0);
      }
    }

    @Override
    public void replace(Secret secret, byte[] value) {
      throw new IllegalStateException("token must last");
    }
  }

  /** Runs it. */
  public static void main(String[] words)
      throws ConnectorException, InterruptedException, IOException {
    TodoistConnector connector =
        TodoistConnector.at(
            TodoistSite.at(URI.create(words[0])), Remote.client(), Clock.systemUTC());
    Access access = new Raised(words[1]);
    String key = connector.fetch(access, Optional.empty()).changes().get(0).key();
    connector.execute(access, new Command("c-1", Command.Verb.COMPLETE, key, Instant.EPOCH));
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(words[2], true);
    System.out.println(connector.name());
  }
}
