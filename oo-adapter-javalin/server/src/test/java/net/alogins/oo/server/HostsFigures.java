package net.alogins.oo.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one, two and three servers do on one machine; {@code ./oo bench hosts} runs it. */
class HostsFigures {

  private static final int MOST = 3;
  private static final int PEOPLE = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("oo.seconds", 20));

  @TempDir private Path directory;

  @Test
  void one_two_and_three_hosts() throws Exception {
    for (int hosts = 1; hosts <= MOST; hosts++) {
      try (Cluster cluster = new Cluster(directory.resolve("of" + hosts), hosts);
          ClusterAskers askers =
              new ClusterAskers(cluster, PEOPLE, new Troubles(), new Promises())) {
        askers.begin(hosts);
        pass(WARM_UP);
        long before = askers.asked();
        pass(LENGTH);
        long requests = askers.asked() - before;
        askers.end();
        print(cluster, requests, askers.tips());
      }
    }
    try (Cluster alone = Cluster.alone(directory.resolve("alone"), 2)) {
      System.out.printf("hosts: 2 without NATS, %s%n", news(alone));
    }
  }

  private static void print(Cluster cluster, long requests, long[] tips) throws Exception {
    System.out.printf(
        "hosts: %d, %d requests/s, tip p50 %.1f ms, p90 %.1f ms, %s%n",
        cluster.hosts().size(),
        requests / LENGTH.toSeconds(),
        tips[tips.length / 2] / 1e6,
        tips[tips.length * 9 / 10] / 1e6,
        cluster.hosts().size() > 1 ? news(cluster) : "no news");
  }

  private static String news(Cluster cluster) throws Exception {
    return "news after %d ms".formatted(new News(cluster).median().toMillis());
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
