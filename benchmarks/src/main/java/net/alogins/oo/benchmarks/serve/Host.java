package net.alogins.oo.benchmarks.serve;

import io.javalin.Javalin;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.id.UserId;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.policies.Policies;

/** A Javalin server that says hello, and gives tips: 100 candidates of 64 columns. */
final class Host implements AutoCloseable {

  private static final String USER = "User";
  private static final byte[] HELLO = Caller.request("GET", "/hello", "", "");
  private static final int CANDIDATES = 100;
  private static final int COLUMNS = 64;
  private static final int PEOPLE = 100_000;

  /** Has no factor in common with the number of people: each comes once before any comes again. */
  private static final int STRIDE = 61_803;

  private final Recommender recommender;
  private final Javalin server;
  private final AtomicInteger asked = new AtomicInteger();

  Host(Stores stores) {
    Tasks tasks = new Tasks(CANDIDATES, COLUMNS);
    this.recommender =
        Recommender.from(tasks.source())
            .choosingWith(Policies.named("linear-inverse-gap-1000"))
            .features(tasks.features())
            .stores(stores)
            .build();
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get("/hello", context -> context.result("Hello"));
              config.registerPlugin(
                  new OoPlugin(
                      recommender,
                      context -> Optional.ofNullable(context.header(USER)).map(UserId::new)));
            });
    server.start("127.0.0.1", 0);
  }

  int port() {
    return server.port();
  }

  /** Asks for a greeting. */
  byte[] hello() {
    return HELLO;
  }

  /** Asks for the tip of somebody who did not ask before. */
  byte[] tip() {
    long turn = asked.getAndIncrement();
    if (turn >= PEOPLE) {
      throw new IllegalStateException("at most " + PEOPLE + " people can ask");
    }
    String user = USER + ": user" + turn * STRIDE % PEOPLE + "\r\n";
    return Caller.request("POST", "/v1/tips", user + "Content-Type: application/json\r\n", "{}");
  }

  /** How many decisions the log has. */
  long decided() {
    return Objects.requireNonNull(recommender.status().counters().get("decisions.decided"));
  }

  @Override
  public void close() {
    server.stop();
    recommender.close();
  }
}
