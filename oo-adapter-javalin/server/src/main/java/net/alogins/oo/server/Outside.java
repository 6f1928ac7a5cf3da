package net.alogins.oo.server;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.candidate.CandidateSource;
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

/** What people have connected, if anything can be. */
record Outside(Optional<Connections> connections) implements AutoCloseable {

  /**
   * The systems that {@code settings} name, as far as {@code kept} knows of connections to them.
   */
  static Outside of(Settings settings, Kept kept) {
    Systems systems = settings.systems();
    List<Connector> all =
        Stream.of(systems.todoist().map(Outside::todoist), systems.github().map(Outside::github))
            .flatMap(Optional::stream)
            .toList();
    return new Outside(
        all.stream()
            .findFirst()
            .map(first -> Connections.to(first, rest(all)))
            .map(some -> some.keptIn(kept.connections(), vault(settings, kept)))
            .map(some -> some.every(systems.every()).telling(Hooks.telling(systems)).open()));
  }

  private static Connector[] rest(List<Connector> all) {
    return all.stream().skip(1).toArray(Connector[]::new);
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

  @Override
  public void close() {
    connections.ifPresent(Connections::close);
  }
}
