package net.alogins.oo.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.http.Limits;
import net.alogins.oo.http.Role;
import net.alogins.oo.http.Witness;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.identity.BearerTokens;
import net.alogins.oo.identity.IdentityProvider;
import net.alogins.oo.identity.TokenKeys;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.javalin.UserResolver;
import net.alogins.oo.jdbc.StoreException;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.todotxt.TaskFileException;
import net.alogins.oo.todotxt.TodoTxt;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/** How the server is put together, in the order in which it is. */
final class ServerModule extends AbstractModule {

  /** The one person where nobody signs in. */
  static final UserId ME = new UserId("me");

  /** The lists are all there is to choose from: the first, cold look at them is worth a wait. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Bytes a second that the body of a request must come with, of 256 KiB at the most. */
  private static final long SLOWEST = 1024;

  private static final List<Integer> OUTSIDE = List.of(400, 404, 405, 413, 500);
  private static final String PAGES = "/META-INF/resources/oo-ui";

  private final Settings settings;
  private final Bus bus;
  private final Suggestions suggestions;
  private final Sight sight;

  ServerModule(Settings settings) {
    this(settings, new Bus(new BusOptions()), new Suggestions(), new Sight());
  }

  ServerModule(Settings settings, Bus bus, Suggestions suggestions, Sight sight) {
    this.settings = settings;
    this.bus = bus;
    this.suggestions = suggestions;
    this.sight = sight;
  }

  /** The policy that chooses; the offline verbs replay with it, too. */
  static Policy<?> policy() {
    return Policies.standard();
  }

  @Provides
  Settings settings() {
    return settings;
  }

  @Provides
  @Singleton
  Kept kept() {
    Database database = settings.place().database();
    return database.read(database::open);
  }

  /**
   * The person's tasks; those of the demo are seeded once the data directory is known to be ours.
   */
  @Provides
  @Singleton
  TodoTxt tasks(Provider<Kept> kept) {
    if (!settings.demo()) {
      return tasks(settings.tasks());
    }
    kept.get();
    settings.place().directory().create();
    return tasks(List.of(Demo.list(settings.place().directory().path())));
  }

  /** The tasks in {@code files}, once it is known that they can be read. */
  private static TodoTxt tasks(List<Path> files) {
    try {
      TodoTxt tasks = TodoTxt.of(files, Clock.system(ZoneId.systemDefault()));
      tasks.problems();
      return tasks;
    } catch (IllegalArgumentException misnamed) {
      throw new Refusal(Exit.USAGE, String.valueOf(misnamed.getMessage()), misnamed);
    } catch (TaskFileException unreadable) {
      throw new Refusal(Exit.NO_INPUT, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  @Provides
  @Singleton
  Outside outside(Kept kept) {
    try {
      return Outside.of(settings, kept, bus.connectors());
    } catch (RuntimeException failure) {
      kept.close();
      throw failure;
    }
  }

  @Provides
  @Singleton
  Recommender recommender(TodoTxt tasks, Outside outside, Kept kept) {
    try {
      return settings.place().database().read(() -> replay(tasks, outside, kept));
    } catch (RuntimeException failure) {
      sight.close();
      outside.close();
      kept.close();
      throw failure;
    }
  }

  private Recommender replay(TodoTxt tasks, Outside outside, Kept kept) {
    Builder recommender =
        Recommender.from(tasks, others(tasks, outside, kept).toArray(CandidateSource[]::new))
            .choosingWith(policy())
            .stores(kept.stores())
            .features(features(kept))
            .effect(tasks)
            .deadline(PATIENCE);
    outside.connections().map(Connections::effect).ifPresent(recommender::effect);
    outside.calendars().ifPresent(calendars -> calendars.tell(recommender));
    Recommender built = recommender.build();
    outside.follow(built, kept.stores().log());
    suggestions.follow(built);
    return built;
  }

  private Features features(Kept kept) {
    return suggestions.features(sight.over(kept.stores().log()), settings.place(), kept);
  }

  private List<CandidateSource> others(TodoTxt tasks, Outside outside, Kept kept) {
    return suggestions.with(tasks, outside.sources(), kept);
  }

  @Provides
  @Singleton
  Javalin web(Recommender recommender, Outside outside, Kept kept, Notice notice) {
    return Javalin.create(
        config -> {
          configure(config, recommender, outside, kept);
          config.routes.before(Notice.READINESS, notice::answer);
        });
  }

  private void configure(
      JavalinConfig config, Recommender recommender, Outside outside, Kept kept) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    configure(config.jetty, settings.port());
    OUTSIDE.forEach(status -> config.routes.error(status, Problems::reword));
    config.routes.exception(StoreException.class, Problems::answer);
    config.staticFiles.add(PAGES, Location.CLASSPATH);
    config.routes.before(new Door(settings.access())::enter);
    UserResolver users = users(config, kept);
    OoPlugin plugin = plugin(recommender, users, kept).witness(witness(kept.audit()));
    plugin.lags(() -> lags(outside));
    outside.connections().ifPresent(plugin::connections);
    outside
        .connections()
        .ifPresent(to -> new Hooks(settings, to, kept.processes()).mount(config.routes));
    outside.calendars().ifPresent(calendars -> calendars.tell(plugin));
    suggestions.mount(config.routes, users);
    suggestions.tell(plugin);
    config.registerPlugin(plugin);
    config.routes.get(Systems.BACK, ServerModule::page);
  }

  /** How far those who follow the log behind the recommender are behind it. */
  private Map<String, Long> lags(Outside outside) {
    Map<String, Long> lags = new HashMap<>(sight.lags(bus.lags()));
    outside.connections().map(Connections::lags).ifPresent(lags::putAll);
    return lags;
  }

  /** The page, for those who come back from another system's. */
  private static void page(Context request) {
    request.contentType("text/html; charset=utf-8");
    request.result(ServerModule.class.getResourceAsStream(PAGES + "/index.html"));
  }

  /** Whoever signs in is limited in how often they ask; the one person has the machine anyway. */
  private OoPlugin plugin(Recommender recommender, UserResolver users, Kept kept) {
    Access access = settings.access();
    OoPlugin plugin =
        new OoPlugin(recommender, users)
            .addresses(new Callers(access)::address)
            .roles(request -> users.user(request).map(access::role).orElse(Role.NONE));
    return access.provider().isPresent()
        ? plugin.limits(Limits.standard().among(kept.processes()))
        : plugin;
  }

  /** Writes down what somebody may have to answer for. */
  private static Witness witness(AuditLog audit) {
    return act -> {
      String about = act.tip().map(TipId::toString).orElse(act.detail());
      AuditAct entry = new AuditAct(act.by(), act.operation(), act.whose(), about);
      audit.append(entry, Clock.systemUTC().instant());
    };
  }

  /** Who asks: whoever has signed in or, where nobody can, the one person. */
  private UserResolver users(JavalinConfig config, Kept kept) {
    Optional<IdentityProvider> provider = settings.access().provider();
    if (provider.isEmpty()) {
      config.routes.get(SignIn.SESSION, SignIn::tellNobody);
      return request -> Optional.of(ME);
    }
    Clock clock = Clock.systemUTC();
    SignIn signIn = new SignIn(settings.access(), provider.get(), kept, clock);
    signIn.mount(config.routes);
    return settings
        .access()
        .tokens()
        .map(keys -> machines(provider.get(), keys, clock))
        .map(machines -> either(signIn::user, machines))
        .orElse(signIn::user);
  }

  private UserResolver machines(IdentityProvider provider, TokenKeys keys, Clock clock) {
    String issuer = provider.issuer();
    BearerTokens tokens = new BearerTokens(issuer, provider.client(), keys, clock);
    return new Machines(settings.access(), issuer, tokens);
  }

  private static UserResolver either(UserResolver first, UserResolver second) {
    return request -> first.user(request).or(() -> second.user(request));
  }

  private static void configure(JettyConfig jetty, int port) {
    jetty.multipartConfig.maxTotalRequestSize(1, SizeUnit.MB);
    jetty.multipartConfig.maxFileSize(1, SizeUnit.MB);
    jetty.modifyServer(
        server -> {
          server.setHandler(new GracefulHandler(new MinimumDataRateHandler(SLOWEST, 0)));
          server.setErrorHandler(Problems::refuse);
          server.setStopTimeout(DRAIN.toMillis());
        });
    jetty.modifyServletContextHandler(web -> web.setErrorHandler(Problems::refuse));
    jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
          connector.setHost(Server.LOOPBACK);
          connector.setPort(port);
          connector.setIdleTimeout(SILENCE.toMillis());
          return connector;
        });
  }
}
