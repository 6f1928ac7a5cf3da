package net.alogins.oo.javalin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.http.Role;
import net.alogins.oo.http.testkit.HttpContract;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.ScriptedSystem;

/** A Javalin application with the plugin, listening on loopback, whose users come in a header. */
final class JavalinHost implements AutoCloseable {

  static final String USER = "Authorization";

  private static final CandidateSource TASKS =
      CandidateSource.immediate(
          context ->
              List.of(
                  Candidate.of("house", "1", "Water the plants").minutes(5),
                  Candidate.of("house", "2", "Répondre à « Ada »"),
                  Candidate.of("house", "3", "Sort the books")));

  private final Recommender recommender =
      Recommender.from(TASKS).choosingWith(Policies.standard()).build();
  private final Connections connections = ScriptedSystem.connections();
  private final Javalin server;
  private final String address;

  JavalinHost(Consumer<JavalinConfig> own) {
    this(own, context -> Optional.ofNullable(context.header(USER)).map(UserId::new));
  }

  JavalinHost(Consumer<JavalinConfig> own, UserResolver users) {
    this(own, users, plugin -> plugin.roles(JavalinHost::role));
  }

  JavalinHost(Consumer<JavalinConfig> own, UserResolver users, UnaryOperator<OoPlugin> more) {
    this("127.0.0.1", own, users, more);
  }

  JavalinHost(
      String address,
      Consumer<JavalinConfig> own,
      UserResolver users,
      UnaryOperator<OoPlugin> more) {
    this.address = address;
    OoPlugin plugin = new OoPlugin(recommender, users).connections(connections);
    server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.registerPlugin(more.apply(plugin));
              own.accept(config);
            });
    server.start(address, 0);
  }

  private static Role role(Context context) {
    return Role.valueOf(HttpContract.roleOf(String.valueOf(context.header(USER))));
  }

  URI base() {
    return URI.create(
        "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + server.port());
  }

  @Override
  public void close() {
    server.stop();
    connections.close();
    recommender.close();
  }
}
