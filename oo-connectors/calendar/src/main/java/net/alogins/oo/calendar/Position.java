package net.alogins.oo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;

/**
 * How far the calendars of a connection are synced.
 *
 * @param day the person's day on which everything was told: tasks begin, and come again, by days
 * @param after the key after which a list of everything goes on; {@code -} if it has ended
 * @param shelf the calendars, and what the server goes on from
 */
record Position(String day, String after, Shelf shelf) {

  private static final String NOTHING = "-";
  private static final String VERSION = "2";
  private static final int FIXED = 4;
  private static final Pattern WRITTEN =
      Pattern.compile(VERSION + " \\d{4}-\\d{2}-\\d{2} [!-~]+ /[!-~]*( [!-~]+ [!-~]+)*");

  static Position of(Cursor cursor) throws ConnectorException {
    if (!WRITTEN.matcher(cursor.value()).matches()) {
      throw ConnectorException.stale();
    }
    List<String> words = List.of(cursor.value().split(" ", -1));
    SortedMap<String, String> tokens = new TreeMap<>();
    for (int i = FIXED; i < words.size(); i += 2) {
      tokens.put(words.get(i), words.get(i + 1));
    }
    return new Position(words.get(1), words.get(2), new Shelf(words.get(3), tokens));
  }

  /** Where a list of everything begins. */
  static Position first(LocalDate day, Shelf shelf) {
    return new Position(day.toString(), NOTHING, shelf);
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
    return new Position(day, key, shelf);
  }

  Position atEnd() {
    return after(NOTHING);
  }

  Position shelf(Shelf newShelf) {
    return new Position(day, after, newShelf);
  }

  Cursor cursor() throws ConnectorException {
    StringBuilder text = new StringBuilder(String.join(" ", VERSION, day, after, shelf.root()));
    shelf
        .tokens()
        .forEach((name, token) -> text.append(' ').append(name).append(' ').append(token));
    if (text.length() > Cursor.LONGEST || !WRITTEN.matcher(text).matches()) {
      throw ConnectorException.malformed(
          "sync-tokens must be of visible characters, "
              + Cursor.LONGEST
              + " at most for all calendars");
    }
    return new Cursor(text.toString());
  }
}
