package net.alogins.oo.server;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.github.GithubConnector;
import net.alogins.oo.github.GithubSite;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.VaultException;
import net.alogins.oo.todoist.TodoistConnector;
import net.alogins.oo.todoist.TodoistOAuth;
import net.alogins.oo.todoist.TodoistSite;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.SealedVault;
import net.alogins.oo.webhook.Egress;
import net.alogins.oo.webhook.WebhookConnector;

/**
 * What people have connected, if anything can be.
 *
 * @param connections the connections
 * @param egress what sends to the addresses that they name, if they may name any
 * @param calendars the calendars among it
 */
record Outside(
    Optional<Connections> connections, Optional<Egress> egress, Optional<Calendars> calendars)
    implements AutoCloseable {

  /**
   * The systems that {@code settings} name, and {@code more} of them, as far as {@code kept} knows
   * of connections to them.
   */
  static Outside of(Settings settings, Kept kept, List<Connector> more) {
    return of(settings, kept, more, settings.systems().webhooks().map(to -> Egress.to(to.hosts())));
  }

  /** The same, which tells by {@code egress}, and closes it. */
  static Outside of(Settings settings, Kept kept, List<Connector> more, Optional<Egress> egress) {
    try {
      Optional<Calendars> calendars = Calendars.of(settings.systems(), kept);
      List<Connector> all =
          Stream.concat(named(settings.systems(), kept, egress, calendars), more.stream()).toList();
      return new Outside(connections(settings, kept, calendars, all), egress, calendars);
    } catch (RuntimeException failure) {
      egress.ifPresent(Egress::close);
      throw failure;
    }
  }

  private static Stream<Connector> named(
      Systems systems, Kept kept, Optional<Egress> egress, Optional<Calendars> calendars) {
    return Stream.of(
            systems.todoist().map(Outside::todoist).stream(),
            systems.github().map(Outside::github).stream(),
            calendars.stream().flatMap(some -> some.connectors().stream()),
            egress.map(by -> webhooks(by, kept)).stream())
        .flatMap(some -> some);
  }

  private static Optional<Connections> connections(
      Settings settings, Kept kept, Optional<Calendars> calendars, List<Connector> all) {
    Systems systems = settings.systems();
    return all.stream()
        .findFirst()
        .map(first -> to(first, rest(all)))
        .map(some -> some.keptIn(kept.connections(), vault(settings, kept)))
        .map(some -> some.every(systems.every()).telling(Hooks.telling(systems)).open())
        .map(open -> begun(open, calendars));
  }

  private static Connections begun(Connections open, Optional<Calendars> calendars) {
    calendars.ifPresent(some -> some.begin(open, ServerModule.ME));
    return open;
  }

  private static Connections.Unkept to(Connector first, Connector... rest) {
    try {
      return Connections.to(first, rest);
    } catch (IllegalArgumentException same) {
      throw new Refusal(Exit.USAGE, String.valueOf(same.getMessage()), same);
    }
  }

  private static Connector[] rest(List<Connector> all) {
    return all.stream().skip(1).toArray(Connector[]::new);
  }

  private static Connector webhooks(Egress egress, Kept kept) {
    return new WebhookConnector(egress).telling(kept.stores().log());
  }

  private static Connector github(Systems.Github settings) {
    GithubSite site = settings.url().map(GithubSite::at).orElseGet(GithubSite::official);
    try {
      return GithubConnector.at(site, Remote.client(), Clock.systemUTC());
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "github-url: " + wrong.getMessage(), wrong);
    }
  }

  private static Connector todoist(Systems.Todoist settings) {
    HttpClient http = Remote.client();
    Clock clock = Clock.systemUTC();
    TodoistSite site = settings.url().map(TodoistSite::at).orElseGet(TodoistSite::official);
    try {
      TodoistConnector plain = TodoistConnector.at(site, http, clock);
      return settings
          .application()
          .map(own -> new TodoistOAuth(site, http, clock, own.id(), own.secret()))
          .map(plain::oauth)
          .orElse(plain);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "todoist-url: " + wrong.getMessage(), wrong);
    }
  }

  /** With a database there may be no data directory yet, where the keys are all the same. */
  private static SealedVault vault(Settings settings, Kept kept) {
    settings.place().directory().create();
    try {
      return SealedVault.openOrBegin(
          KeyPlace.file(settings.systems().keys(settings.place().directory())),
          kept.secrets(),
          Database.TENANT);
    } catch (VaultException unusable) {
      throw new Refusal(Exit.CANNOT_CREATE, String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** The open tasks there, as sources. */
  List<CandidateSource> sources() {
    return connections
        .map(all -> all.connectors().stream().map(one -> all.source(one.name())).toList())
        .orElse(List.of());
  }

  /** Has what happens here be told, and tasks be postponed, out there. */
  void follow(Recommender recommender, EventLog log) {
    connections.ifPresent(
        all -> {
          all.follow(log);
          all.postponing(
              log,
              () -> recommender.status().seq(),
              user -> recommender.profiles().of(user).preferences().zone());
        });
  }

  @Override
  public void close() {
    connections.ifPresent(Connections::close);
    egress.ifPresent(Egress::close);
  }
}
