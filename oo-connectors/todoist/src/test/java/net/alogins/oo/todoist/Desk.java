package net.alogins.oo.todoist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Keys;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.testkit.ManualClock;

/** A Todoist, the connector to it, and what a mirror would hold. */
final class Desk implements AutoCloseable {

  static final URI CALLBACK = URI.create("http://127.0.0.1:1/callback");
  static final HttpClient HTTP = Remote.client();

  final ManualClock clock = ManualClock.at(Instant.parse("2026-03-01T12:00:00Z"));
  final FakeTodoist fake = FakeTodoist.start(CALLBACK, clock);
  final FakeAccount account = fake.account();
  final Map<String, Candidate> mirror = new LinkedHashMap<>();
  TodoistConnector connector = TodoistConnector.at(fake.site(), HTTP, Clock.systemUTC());
  Keys keys = Keys.of(fake.personalToken());
  Optional<Cursor> cursor = Optional.empty();

  Desk() throws IOException {}

  /** Access with what was handed out. */
  static Keys keys(TodoistTokens tokens) {
    Keys keys = Keys.of(new String(tokens.access(), StandardCharsets.UTF_8));
    return tokens.refresh().map(token -> keys.and(Secret.REFRESH, token)).orElse(keys);
  }

  TodoistOAuth oauth() {
    return new TodoistOAuth(
        fake.site(), HTTP, Clock.systemUTC(), FakeTodoist.CLIENT, FakeTodoist.SECRET);
  }

  /** One fetch, applied to the mirror. */
  Fetch fetch() throws ConnectorException, InterruptedException {
    Fetch fetch = connector.fetch(keys, cursor);
    if (fetch.startsOver()) {
      mirror.clear();
    }
    for (Change change : fetch.changes()) {
      mirror.remove(change.key());
      if (change instanceof Change.Open open) {
        mirror.put(change.key(), open.task());
      }
    }
    cursor = Optional.of(fetch.next());
    return fetch;
  }

  /** The titles in the mirror, in their order. */
  List<String> titles() {
    return mirror.values().stream().map(Candidate::title).toList();
  }

  /** The paths of what a fetch asks. */
  List<String> asked() throws ConnectorException, InterruptedException {
    int before = fake.requests().size();
    fetch();
    return new ArrayList<>(fake.requests().subList(before, fake.requests().size()));
  }

  @Override
  public void close() {
    fake.close();
  }
}
