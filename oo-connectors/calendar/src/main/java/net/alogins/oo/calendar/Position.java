package net.alogins.oo.calendar;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;

/**
 * How far a calendar is synced.
 *
 * @param day the person's day on which everything was told: tasks begin, and come again, by days
 * @param after the key after which a list of everything goes on; {@code -} if it has ended
 * @param token what the server goes on from
 */
record Position(String day, String after, String token) {

  private static final String NOTHING = "-";
  private static final Pattern WRITTEN =
      Pattern.compile("1 (\\d{4}-\\d{2}-\\d{2}) ([!-~]{1,200}) ([!-~]{1,3500})");

  static Position of(Cursor cursor) throws ConnectorException {
    Matcher matcher = WRITTEN.matcher(cursor.value());
    if (!matcher.matches()) {
      throw ConnectorException.stale();
    }
    return new Position(matcher.group(1), matcher.group(2), matcher.group(3));
  }

  /** Where a list of everything begins. */
  static Position first(LocalDate day, String token) {
    return new Position(day.toString(), NOTHING, token);
  }

  boolean isListing() {
    return !NOTHING.equals(after);
  }

  boolean isBefore(String key) {
    return !isListing() || after.compareTo(key) < 0;
  }

  boolean isOf(LocalDate today) {
    return day.equals(today.toString());
  }

  Position after(String key) {
    return new Position(day, key, token);
  }

  Position atEnd() {
    return after(NOTHING);
  }

  Position token(String newToken) {
    return new Position(day, after, newToken);
  }

  Cursor cursor() throws ConnectorException {
    String text = String.join(" ", "1", day, after, token);
    if (!WRITTEN.matcher(text).matches()) {
      throw ConnectorException.malformed("sync-token must be 1 to 3500 visible characters");
    }
    return new Cursor(text);
  }
}
