package net.alogins.oo.todoist;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Permission;

/**
 * The open tasks of a person in Todoist (API version 1), which are completed and reopened there.
 *
 * <p>A fetch asks for what has changed since the last. If that names an open task or a project, it
 * asks for the names of all projects: if they are others than those that tasks were told with, or
 * Todoist has answered with everything anyway, all that is open is told anew. A list of more than
 * 10,000 is told in several answers, by id. Each of them asks for everything, and the cursor keeps
 * the sync token of the first, so that what changes meanwhile is told after the last.
 */
public final class TodoistConnector implements Connector {

  /** Its name. */
  public static final String NAME = "todoist";

  private final Wire wire;
  private final Door door;

  private TodoistConnector(Wire wire, Door door) {
    this.wire = wire;
    this.door = door;
  }

  /**
   * One for tokens that do not expire, such as personal ones.
   *
   * @throws IllegalArgumentException if the site must not be told secrets, or {@code http} is not
   *     as {@link net.alogins.oo.remote.Remote#client} is
   */
  public static TodoistConnector at(TodoistSite site, HttpClient http, Clock clock) {
    Wire wire = new Wire(Remote.at(site.v1(), http, clock));
    return new TodoistConnector(wire, new Door(Optional.empty()));
  }

  /** The same for tokens that an application was handed out, which it refreshes and revokes. */
  public TodoistConnector oauth(TodoistOAuth application) {
    return new TodoistConnector(wire, new Door(Optional.of(application)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Permission> permission() {
    return door.permission();
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException {
    if (since.isEmpty()) {
      return begin(everything(access));
    }
    Position position = Position.of(since.get());
    return position.isListing() ? page(everything(access), position) : news(access, position);
  }

  private Fetch news(Access access, Position position)
      throws ConnectorException, InterruptedException {
    Synced news = door.let(access, token -> wire.sync(token, position.token()));
    if (news.isFull()) {
      return begin(news);
    }
    Cursor next = position.token(news.token()).cursor();
    List<Change> gone = news.changes(news.projects(), position.account());
    if (news.projects().isEmpty() && gone.stream().allMatch(Change.Gone.class::isInstance)) {
      return Fetch.changes(gone).then(next);
    }
    Projects named = door.let(access, wire::projects);
    return named.digest().equals(position.projects()) && gone.size() <= Fetch.MOST_CHANGES
        ? Fetch.changes(news.changes(named, position.account())).then(next)
        : begin(everything(access));
  }

  private Synced everything(Access access) throws ConnectorException, InterruptedException {
    return door.let(access, token -> wire.sync(token, Wire.START));
  }

  private static Fetch begin(Synced all) throws ConnectorException {
    Position start = Position.first(all);
    List<Change> open = all.open(start);
    return ending(Fetch.everything(first(open)), open, start);
  }

  private static Fetch page(Synced all, Position position) throws ConnectorException {
    List<Change> open = all.open(position);
    return ending(Fetch.changes(first(open)), open, position);
  }

  private static List<Change> first(List<Change> open) {
    return open.subList(0, Math.min(open.size(), Fetch.MOST_CHANGES));
  }

  private static Fetch ending(Fetch.Page page, List<Change> open, Position position)
      throws ConnectorException {
    return open.size() <= Fetch.MOST_CHANGES
        ? page.then(position.atEnd().cursor())
        : page.more(position.after(open.get(Fetch.MOST_CHANGES - 1).key()).cursor());
  }

  @Override
  public boolean postpones() {
    return true;
  }

  @Override
  public void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {
    door.let(
        access,
        token -> {
          wire.execute(token, command);
          return command;
        });
  }

  @Override
  public void revoke(Access access) throws ConnectorException, InterruptedException {
    door.shut(access, wire::account);
  }

  /** The id of the Todoist user whose tasks these are. */
  @Override
  public Optional<String> account(Access access) throws ConnectorException, InterruptedException {
    return Optional.of(door.let(access, wire::account));
  }
}
