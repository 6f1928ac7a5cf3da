package net.alogins.oo.github;

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
import net.alogins.oo.signal.Secret;

/**
 * The open issues and pull requests on GitHub that are assigned to somebody, and those that they
 * are asked to review. Issues are closed and reopened there.
 *
 * <p>GitHub does not say what is not assigned any more, so everything is told anew whenever
 * something has changed. Whoever has one page of issues, a hundred, is asked for by its ETag; while
 * that and what is to be reviewed are the same, there is nothing to tell.
 */
public final class GithubConnector implements Connector {

  /** Its name. */
  public static final String NAME = "github";

  private static final int PAGES_AT_ONCE = 10;

  private final Wire wire;

  private GithubConnector(Wire wire) {
    this.wire = wire;
  }

  /**
   * One for tokens that let a person in.
   *
   * @throws IllegalArgumentException if the site must not be told secrets, or {@code http} is not
   *     as {@link net.alogins.oo.remote.Remote#client} is
   */
  public static GithubConnector at(GithubSite site, HttpClient http, Clock clock) {
    return new GithubConnector(new Wire(Remote.at(site.api(), http, clock), site));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException {
    if (since.isEmpty()) {
      return everything(access);
    }
    Position position = Position.of(since.get());
    if (position instanceof Position.End end) {
      return news(access, end);
    }
    Page page = page(access, ((Position.Next) position).address());
    if (page.next().isPresent()) {
      return more(Fetch.changes(page.changes()), page);
    }
    List<Change> reviews = reviews(access);
    Cursor end = Position.End.of(reviews, Optional.empty()).cursor();
    return Fetch.changes(page.with(reviews)).then(end);
  }

  private Fetch news(Access access, Position.End end)
      throws ConnectorException, InterruptedException {
    boolean isSame =
        !end.tag().isEmpty()
            && access
                .with(Secret.ACCESS, token -> wire.page(token, Wire.FIRST, end.tag()))
                .isEmpty()
            && Position.End.of(reviews(access), Optional.empty()).reviews().equals(end.reviews());
    return isSame ? Fetch.changes(List.of()).then(end.cursor()) : everything(access);
  }

  /**
   * Several pages at once, since an issue that is closed meanwhile moves those behind it to the
   * page before.
   */
  private Fetch everything(Access access) throws ConnectorException, InterruptedException {
    Page all = page(access, Wire.FIRST);
    for (int pages = 1; pages < PAGES_AT_ONCE && all.next().isPresent(); pages++) {
      all = all.and(page(access, all.next().get()));
    }
    if (all.next().isPresent()) {
      return more(Fetch.everything(all.changes()), all);
    }
    List<Change> reviews = reviews(access);
    Cursor end = Position.End.of(reviews, all.tag()).cursor();
    return Fetch.everything(all.with(reviews)).then(end);
  }

  private static Fetch more(Fetch.Page told, Page page) throws ConnectorException {
    return told.more(new Position.Next(page.next().orElseThrow()).cursor());
  }

  private Page page(Access access, String address) throws ConnectorException, InterruptedException {
    return access
        .with(Secret.ACCESS, token -> wire.page(token, address, ""))
        .orElseThrow(() -> ConnectorException.malformed("page must be told when it is asked for"));
  }

  private List<Change> reviews(Access access) throws ConnectorException, InterruptedException {
    return access.with(Secret.ACCESS, wire::reviews);
  }

  @Override
  public void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {
    access.with(
        Secret.ACCESS,
        token -> {
          wire.execute(token, command);
          return command;
        });
  }

  /** The number of the GitHub user whose issues these are. */
  @Override
  public Optional<String> account(Access access) throws ConnectorException, InterruptedException {
    return Optional.of(access.with(Secret.ACCESS, wire::account));
  }
}
