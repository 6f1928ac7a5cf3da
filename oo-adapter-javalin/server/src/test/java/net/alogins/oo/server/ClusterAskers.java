package net.alogins.oo.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Programs that ask any host for any of some people, tell any other how they react, and note what
 * was acknowledged, and which answers should not have been.
 */
final class ClusterAskers implements AutoCloseable {

  /** One of so many answers is that it is done, which takes the task from everybody's list. */
  private static final int DONE = 100;

  private static final int COUNT = 8;
  private static final int UNAWARE = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final long BREATH_NANOS = 20_000_000;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final List<ClusterHost> hosts;
  private final int people;
  private final Troubles database;
  private final UnaryOperator<String> tokens;
  private final Promises promises;
  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong unavailable = new AtomicLong();
  private final AtomicLong slowestRefusal = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();
  private final Queue<Long> tips = new ConcurrentLinkedQueue<>();
  private volatile boolean isOver;

  /** For {@code people} people of {@code cluster}, whose database has troubles now and then. */
  ClusterAskers(Cluster cluster, int people, Troubles database, Promises promises) {
    this.hosts = cluster.hosts();
    this.tokens = cluster::token;
    this.people = people;
    this.database = database;
    this.promises = promises;
  }

  void begin(long seed) {
    for (int i = 0; i < COUNT; i++) {
      SplittableRandom chance = new SplittableRandom(seed + i);
      threads.execute(() -> ask(chance));
    }
  }

  private void ask(SplittableRandom chance) {
    try {
      while (!isOver) {
        ask("person" + chance.nextInt(people), chance);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(String person, SplittableRandom chance) throws InterruptedException {
    long begun = System.nanoTime();
    Said said = post(any(chance), person, "v1/tips", "{}");
    String tip = said.tip();
    tips.add(System.nanoTime() - begun);
    if (tip.isEmpty()) {
      LockSupport.parkNanos(BREATH_NANOS);
      return;
    }
    promises.given(tip);
    String id = UUID.randomUUID().toString();
    String kind = chance.nextInt(DONE) == 0 ? "done" : "dismiss";
    String reaction = "{\"tip\":\"%s\",\"kind\":\"%s\",\"id\":\"%s\"}".formatted(tip, kind, id);
    if (post(any(chance), person, "v1/feedback", reaction).status() == 200) {
      promises.acknowledged(tip, id);
    }
  }

  /** One that is well, mostly: whoever spreads requests sees that soon, and not at once. */
  private ClusterHost any(SplittableRandom chance) {
    ClusterHost any = hosts.get(chance.nextInt(hosts.size()));
    return any.troubles().areNow() && chance.nextInt(UNAWARE) > 0 ? any(chance) : any;
  }

  /** What a host said, 0 and nothing if it did not. */
  private record Said(int status, String body) {

    String tip() {
      try {
        return Client.tip(body);
      } catch (IOException none) {
        return "";
      }
    }
  }

  private Said post(ClusterHost host, String person, String path, String body)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(host.address().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + tokens.apply(person))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    long begun = System.nanoTime();
    asked.incrementAndGet();
    try {
      HttpResponse<String> answer = answer(host, request);
      judge(host, begun, answer);
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException broken) {
      judge(host, begun, path + " " + broken, false);
      return new Said(0, "{}");
    }
  }

  /** Nobody waits long for a host that is known to be in trouble, or soon nobody would ask. */
  private HttpResponse<String> answer(ClusterHost host, HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    while (true) {
      try {
        return answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException broken) {
        throw new IOException(broken.getCause());
      } catch (TimeoutException late) {
        if (host.troubles().areNow()) {
          answer.cancel(true);
          throw new IOException(late);
        }
      }
    }
  }

  private void judge(ClusterHost host, long begun, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status / 100 == 2 || status == 429) {
      return;
    }
    boolean isRefusal = status == 503 && answer.headers().firstValue("Retry-After").isPresent();
    if (isRefusal) {
      unavailable.incrementAndGet();
      slowestRefusal.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }
    judge(host, begun, answer.request().uri().getPath() + " " + status + answer.body(), isRefusal);
  }

  /** A refusal is in order while the database is away, and silence of a host that is not there. */
  private void judge(ClusterHost host, long begun, String what, boolean isRefusal) {
    long now = System.nanoTime();
    boolean isExcused =
        host.troubles().were(begun, now, Duration.ZERO)
            || (isRefusal && database.were(begun, now, RECOVERY));
    if (!isExcused) {
      failures.add("after %d ms: %s".formatted((now - begun) / 1_000_000, what));
    }
  }

  /** Ends when each has had its answer. */
  void end() throws InterruptedException {
    isOver = true;
    threads.shutdown();
    if (!threads.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("those who ask must end");
    }
  }

  /** How many requests there were until now. */
  long asked() {
    return asked.get();
  }

  /** How long every question for a tip took, shortest first, in nanoseconds. */
  long[] tips() {
    return tips.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** How long it took at most until somebody was told to come back. */
  Duration slowestRefusal() {
    return Duration.ofNanos(slowestRefusal.get());
  }

  /** Answers that should not have been. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  String verdict() {
    return "%d requests, %d failed, %d refused while the database was away (within %d ms)"
        .formatted(asked.get(), failures.size(), unavailable.get(), slowestRefusal().toMillis());
  }

  @Override
  public void close() {
    isOver = true;
    threads.shutdownNow();
  }
}
