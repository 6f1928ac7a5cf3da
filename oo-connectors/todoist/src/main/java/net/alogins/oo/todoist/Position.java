package net.alogins.oo.todoist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;

/**
 * How far a connection is synced.
 *
 * @param account the Todoist user whose tasks these are
 * @param projects the digest of the projects with whose names tasks were told
 * @param after the id after which a list of everything goes on; {@code -} if it has ended
 * @param token what Todoist goes on from
 */
record Position(String account, String projects, String after, String token) {

  private static final String NOTHING = "-";
  private static final Pattern WRITTEN =
      Pattern.compile("1 ([\\w-]{1,64}) (" + Digest.RULE + ") ([\\w-]{1,64}) ([!-~]{1,3500})");

  static Position of(Cursor cursor) throws ConnectorException {
    Matcher matcher = WRITTEN.matcher(cursor.value());
    if (!matcher.matches()) {
      throw ConnectorException.stale();
    }
    return new Position(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
  }

  /** Where a list of everything begins. */
  static Position first(Synced synced) throws ConnectorException {
    return new Position(synced.account(), synced.projects().digest(), NOTHING, synced.token());
  }

  boolean isListing() {
    return !NOTHING.equals(after);
  }

  boolean isBefore(String id) {
    return !isListing() || after.compareTo(id) < 0;
  }

  Position after(String id) {
    return new Position(account, projects, id, token);
  }

  Position atEnd() {
    return after(NOTHING);
  }

  Position token(String newToken) {
    return new Position(account, projects, after, newToken);
  }

  Cursor cursor() throws ConnectorException {
    String text = String.join(" ", "1", account, projects, after, token);
    if (!WRITTEN.matcher(text).matches()) {
      throw ConnectorException.malformed("sync token must be 1 to 3500 visible characters");
    }
    return new Cursor(text);
  }
}
