package net.alogins.oo.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Json;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secret;

/** A connector of one's own: what is still to be bought, by a service that numbers its changes. */
public final class ShoppingList implements Connector {

  private static final String NAME = "shopping";
  private static final int GONE = 404;

  private final Remote there;

  /** The service at {@code base}, which ends with a slash. */
  public ShoppingList(URI base, HttpClient http, Clock clock) {
    this.there = Remote.at(base, http, clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** {@code GET items?since=7}: what has changed since change 7, a page at a time. */
  @Override
  public Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException {
    String path = "items?since=" + since.map(Cursor::value).orElse("0");
    Json answer =
        access.with(Secret.ACCESS, token -> there.to(path).bearer(token).get().accepted().json());
    List<Change> changes = answer.each("items").map(ShoppingList::change).toList();
    Cursor next = new Cursor(answer.required("upTo"));
    Fetch.Page page = since.isEmpty() ? Fetch.everything(changes) : Fetch.changes(changes);
    return answer.isTrue("more") ? page.more(next) : page.then(next);
  }

  private static Change change(Json item) {
    String key = item.text("id").orElse("?");
    return item.text("wanted")
        .<Change>map(what -> new Change.Open(Candidate.of(NAME, key, "Buy " + what).minutes(10)))
        .orElseGet(() -> new Change.Gone(key));
  }

  /** {@code POST items/milk/COMPLETE}, which the service does once for each command. */
  @Override
  public void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {
    String path = "items/" + command.key() + "/" + command.verb();
    Answer answer =
        access.with(
            Secret.ACCESS,
            token -> there.to(path).bearer(token).post(Map.of("command", command.id())));
    if (answer.status() != GONE) {
      answer.accepted();
    }
  }
}
