package net.alogins.oo.example;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;

/** The board of a shared flat: a page with all chores, and for each person one at a time. */
public final class ChoreBoard implements AutoCloseable {

  private static final List<Candidate> CHORES =
      List.of(
          Candidate.of("chores", "1", "Water the plants").minutes(5),
          Candidate.of("chores", "2", "Call the plumber").priority(1));

  private final SqliteStores stores;
  private final Recommender recommender;
  private final Javalin web;

  private ChoreBoard(SqliteStores stores) {
    this.stores = stores;
    this.recommender =
        Recommender.from(CandidateSource.immediate(context -> CHORES))
            .choosingWith(Policies.standard())
            .stores(stores.stores())
            .build();
    this.web = Javalin.create(config -> configure(config, recommender));
  }

  public static void main(String[] args) {
    ChoreBoard board = open(Path.of("chores.db"), 7070);
    Runtime.getRuntime().addShutdownHook(new Thread(board::close));
  }

  /** The board that remembers in {@code file}, listening on {@code port}, 0 for any free one. */
  static ChoreBoard open(Path file, int port) {
    ChoreBoard board = new ChoreBoard(SqliteStores.open(file, new TenantId("flat")));
    board.web.start("127.0.0.1", port);
    return board;
  }

  private static void configure(JavalinConfig config, Recommender recommender) {
    config.routes.get("/", ChoreBoard::all);
    config.registerPlugin(new OoPlugin(recommender, ChoreBoard::user));
  }

  private static void all(Context request) {
    request.result(CHORES.stream().map(Candidate::title).collect(Collectors.joining("\n")));
  }

  /**
   * Who asks, as the gateway in front of this application says after it has signed them in. In real
   * life the gateway must remove this header from what it is sent, and nothing else may reach this
   * port. An application that signs people in itself reads its session here instead, and checks on
   * every POST that its own page sent it: {@code Origin} must be its own.
   */
  private static Optional<UserId> user(Context request) {
    return Optional.ofNullable(request.header("Remote-User"))
        .filter(name -> !name.isBlank())
        .map(UserId::new);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + web.port());
  }

  /** The web first, then the recommender, then what it remembers by. */
  @Override
  public void close() {
    web.stop();
    recommender.close();
    stores.close();
  }
}
