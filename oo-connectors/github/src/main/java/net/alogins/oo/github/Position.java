package net.alogins.oo.github;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;

/** How far a connection is synced: in the midst of a list, or at its end. */
sealed interface Position {

  Pattern WRITTEN =
      Pattern.compile("1 (?:next (?<next>[!-~]{1,2000})|end (?<reviews>[0-9a-f]{16}) (?<tag>.*))");

  static Position of(Cursor cursor) throws ConnectorException {
    Matcher matcher = WRITTEN.matcher(cursor.value());
    if (!matcher.matches()) {
      throw ConnectorException.stale();
    }
    return matcher.group("next") != null
        ? new Next(matcher.group("next"))
        : new End(matcher.group("reviews"), matcher.group("tag"));
  }

  /** How it is written. */
  Cursor cursor() throws ConnectorException;

  /** The page after this is at {@code address}. */
  record Next(String address) implements Position {
    @Override
    public Cursor cursor() throws ConnectorException {
      return checked("1 next " + address);
    }
  }

  /**
   * All was told.
   *
   * @param reviews the digest of what is to be reviewed
   * @param tag what the one page of issues is called; empty if it has no name, or there are more
   */
  record End(String reviews, String tag) implements Position {

    static End of(List<Change> reviews, Optional<String> tag) {
      String told = reviews.stream().map(Change::toString).collect(Collectors.joining("\n"));
      return new End(Digest.of(told), tag.filter(t -> t.matches("[ -~]{1,200}")).orElse(""));
    }

    @Override
    public Cursor cursor() throws ConnectorException {
      return checked("1 end " + reviews + " " + tag);
    }
  }

  private static Cursor checked(String text) throws ConnectorException {
    if (!WRITTEN.matcher(text).matches()) {
      throw ConnectorException.malformed("next page must have an address of 1 to 2000 characters");
    }
    return new Cursor(text);
  }
}
