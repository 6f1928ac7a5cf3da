package net.alogins.oo.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import net.alogins.oo.github.GithubConnector;
import net.alogins.oo.github.GithubWebhook;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.todoist.TodoistConnector;
import net.alogins.oo.todoist.TodoistWebhook;
import net.alogins.oo.webhook.WebhookInbox;
import net.alogins.oo.webhook.WebhookInbox.Answer;

/**
 * What other systems tell by themselves, at addresses that are open to everybody. What is told is
 * believed when it is signed, and then only that something has changed: the connections of that
 * account are woken. An account that nobody has connected is answered like any other.
 */
final class Hooks {

  static final String TODOIST = "/webhooks/todoist";
  static final String GITHUB = "/webhooks/github";
  static final String TASKS = "/webhooks/tasks/{connection}";

  /** GitHub's issues have 65,536 characters, and come with the text that was there before. */
  private static final int LARGEST = 1 << 20;

  private final Systems systems;
  private final Connections connections;
  private final Turnstile turnstile;
  private final Told told = new Told();

  Hooks(Settings settings, Connections connections, IntSupplier processes) {
    this.systems = settings.systems();
    this.connections = connections;
    this.turnstile = Turnstile.ofWebhooks(new Callers(settings.access()), processes);
  }

  /** The connectors of the systems that tell by themselves. */
  static Set<String> telling(Systems systems) {
    Set<String> telling = new HashSet<>();
    todoist(systems).ifPresent(secret -> telling.add(TodoistConnector.NAME));
    github(systems).ifPresent(secret -> telling.add(GithubConnector.NAME));
    return telling;
  }

  private static Optional<String> todoist(Systems systems) {
    return systems.todoist().flatMap(Systems.Todoist::application).map(Systems.Application::secret);
  }

  private static Optional<String> github(Systems systems) {
    return systems.github().flatMap(Systems.Github::secret);
  }

  /** The routes of those systems. */
  void mount(RoutesConfig routes) {
    todoist(systems).map(TodoistWebhook::new).ifPresent(by -> routes.post(TODOIST, todoist(by)));
    github(systems).map(GithubWebhook::new).ifPresent(by -> routes.post(GITHUB, github(by)));
    if (systems.webhooks().isPresent()) {
      routes.post(TASKS, tasks(new WebhookInbox(connections, Clock.systemUTC())));
    }
  }

  private Handler todoist(TodoistWebhook by) {
    return taking(
        (request, body) ->
            by.read(
                    header(request, TodoistWebhook.SIGNATURE),
                    header(request, TodoistWebhook.DELIVERY),
                    body)
                .map(delivery -> news(TodoistConnector.NAME, delivery.id(), delivery.account())));
  }

  private Handler github(GithubWebhook by) {
    return taking(
        (request, body) ->
            by.read(
                    header(request, GithubWebhook.SIGNATURE),
                    header(request, GithubWebhook.DELIVERY),
                    body)
                .map(delivery -> news(GithubConnector.NAME, delivery.id(), delivery.accounts())));
  }

  /** What is pushed is taken at its word, if it is signed: what is taken is durable by then. */
  private Handler tasks(WebhookInbox inbox) {
    return turnstile.before(
        Posted.upTo(
            WebhookInbox.LARGEST,
            (request, body) -> {
              Answer answer = inbox.take(connection(request), name -> header(request, name), body);
              if (answer.words().isEmpty()) {
                taken(request);
              } else {
                Problems.answer(request, answer.status(), answer.words());
              }
            }));
  }

  /** The one that is named; what names none is named like one that nobody has. */
  private static ConnectionId connection(Context request) {
    try {
      return new ConnectionId(request.pathParam("connection"));
    } catch (IllegalArgumentException none) {
      return ConnectionId.random();
    }
  }

  private static String header(Context request, String name) {
    return Objects.requireNonNullElse(request.header(name), "");
  }

  private static News news(String connector, String id, String account) {
    return news(connector, id, List.of(account));
  }

  private static News news(String connector, String id, Collection<String> accounts) {
    return new News(connector, id, List.copyOf(accounts));
  }

  /** That something has changed for some accounts. */
  private record News(String connector, String id, List<String> accounts) {}

  @FunctionalInterface
  private interface Reader {
    Optional<News> read(Context request, byte[] body);
  }

  private Handler taking(Reader reader) {
    return turnstile.before(
        Posted.upTo(
            LARGEST,
            (request, body) ->
                reader
                    .read(request, body)
                    .ifPresentOrElse(news -> take(request, news), () -> refuse(request))));
  }

  private void take(Context request, News news) {
    if (told.isNew(news.connector(), news.id())) {
      wake(news);
    }
    taken(request);
  }

  private void wake(News news) {
    try {
      news.accounts().forEach(account -> connections.wake(news.connector(), account));
    } catch (RuntimeException failure) {
      told.forget(news.connector(), news.id());
      throw failure;
    }
  }

  private static void taken(Context request) {
    request.header("Cache-Control", "no-store");
    request.status(204);
  }

  private static void refuse(Context request) {
    Problems.answer(request, 401, "a webhook must be signed by its system, and be understood");
  }
}
