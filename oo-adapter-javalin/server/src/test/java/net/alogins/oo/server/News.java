package net.alogins.oo.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.LongStream;

/** How long it takes from an answer on one host until another one decides by it. */
final class News {

  private static final int ROUNDS = 21;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Cluster cluster;

  News(Cluster cluster) {
    this.cluster = cluster;
  }

  /** From when the answer was acknowledged until there was another tip; of several, the median. */
  Duration median() throws IOException, InterruptedException {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      nanos[i] = once("hearer" + i);
    }
    long[] sorted = LongStream.of(nanos).sorted().toArray();
    return Duration.ofNanos(sorted[ROUNDS / 2]);
  }

  private long once(String person) throws IOException, InterruptedException {
    ClusterHost here = cluster.hosts().get(0);
    ClusterHost there = cluster.hosts().get(1);
    String tip = tip(here, person);
    post(here, person, "v1/feedback", "{\"tip\":\"%s\",\"kind\":\"dismiss\"}".formatted(tip));
    long begun = System.nanoTime();
    String other = tip(there, person);
    while (other.isEmpty() || other.equals(tip)) {
      other = tip(there, person);
    }
    return System.nanoTime() - begun;
  }

  private String tip(ClusterHost host, String person) throws IOException, InterruptedException {
    return Client.tip(post(host, person, "v1/tips", "{}"));
  }

  private String post(ClusterHost host, String person, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(host.address().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + cluster.token(person))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
