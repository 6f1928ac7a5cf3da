package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Programs that ask a server and tell it how people react, all at once, until it is gone. */
final class Writers {

  /** How many there are. */
  static final int COUNT = 8;

  private static final int PATIENCE_SECONDS = 60;

  private final Client client;
  private final Promises promises;
  private final CountDownLatch enough;
  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);

  private Writers(Client client, Promises promises, int enough) {
    this.client = client;
    this.promises = promises;
    this.enough = new CountDownLatch(enough);
  }

  /** Writers that have begun, and note what {@code server} acknowledges. */
  static Writers begin(ServerProcess server, Promises promises, int enough) {
    Writers writers = new Writers(new Client(server.address()), promises, enough);
    for (int i = 0; i < COUNT; i++) {
      String kind = i % 2 == 0 ? "done" : "dismiss";
      writers.threads.execute(() -> writers.tell(kind));
    }
    return writers;
  }

  private void tell(String kind) {
    try {
      while (true) {
        String tip = client.tip();
        if (!tip.isEmpty()) {
          promises.given(tip);
          react(tip, kind);
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  private void react(String tip, String kind) throws IOException {
    String id = UUID.randomUUID().toString();
    if (client.react(tip, kind, id)) {
      promises.acknowledged(tip, id);
      enough.countDown();
    }
  }

  /** Waits until enough was acknowledged, and then so much longer. */
  void await(long nanos) throws InterruptedException {
    assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    LockSupport.parkNanos(nanos);
  }

  /** How many answers they saw begin and not end. */
  long cut() {
    return client.cut();
  }

  /** Waits until each has noticed that the server is gone. */
  void join() throws InterruptedException {
    threads.shutdown();
    assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
