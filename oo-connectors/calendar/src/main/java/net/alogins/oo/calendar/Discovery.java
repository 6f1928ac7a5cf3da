package net.alogins.oo.calendar;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.alogins.oo.calendar.Multistatus.Entry;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.ConnectorException;

/**
 * Finds the calendars of a person from an address of their server: the calendar that it names, or
 * all that are in the home of whoever is let in (RFC 4791, 6.2; RFC 5397; RFC 6764, 6). What the
 * server says leads nowhere but below its own address, and in a few steps.
 */
final class Discovery {

  /** The most calendars of one connection. */
  static final int MOST_CALENDARS = 20;

  private static final Logger LOG = System.getLogger(Discovery.class.getName());
  private static final String WELL_KNOWN = "/.well-known/caldav";
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> NOTHING = Set.of(404, 405, 501);

  private final URI server;
  private final Access access;
  private final Dav dav;

  Discovery(URI server, Remote remote, Access access) throws ConnectorException {
    this.server = server;
    this.access = access;
    this.dav = new Dav(remote, Place.of(server, access.target()), access);
  }

  /**
   * A resource, and where it was in the end.
   *
   * @param path its path, which ends with a slash
   */
  private record Found(String path, Entry entry) {}

  /** The calendars that the target of the connection leads to, and how they stand. */
  Shelf shelf() throws ConnectorException, InterruptedException {
    String start = Place.of(server, access.target()).path();
    Optional<Found> here = look(start);
    if (here.isPresent() && here.get().entry().isCalendar()) {
      return Shelf.of(here.get().path(), token(here.get().entry()));
    }
    Optional<String> said = home(here);
    Optional<String> home = said.isPresent() ? said : home(wellKnown());
    return home.isPresent() ? in(home.get()) : below(start);
  }

  /** Where nobody says what is whose, the calendars there are. */
  private Shelf below(String start) throws ConnectorException, InterruptedException {
    Shelf there = in(start);
    if (there.tokens().isEmpty()) {
      throw ConnectorException.malformed(
          "server must lead to calendars, by current-user-principal and calendar-home-set");
    }
    return there;
  }

  private static String token(Entry calendar) throws ConnectorException {
    return calendar
        .token()
        .orElseThrow(
            () -> ConnectorException.malformed("calendar must have a sync-token (RFC 6578)"));
  }

  /** What is at {@code path}; empty if there is nothing. */
  private Optional<Found> look(String path) throws ConnectorException, InterruptedException {
    String at = path;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Answer answer = dav.properties(at, "0");
      if (NOTHING.contains(answer.status())) {
        return Optional.empty();
      }
      if (!REDIRECTS.contains(answer.status())) {
        String there = at.endsWith("/") ? at : at + "/";
        return Dav.several(answer).entries().stream()
            .findFirst()
            .map(entry -> new Found(there, entry));
      }
      at = Place.found(server, answer.header("Location").orElse("//")).path();
    }
    throw ConnectorException.malformed("server must redirect at most " + MOST_REDIRECTS + " times");
  }

  private Optional<Found> wellKnown() throws ConnectorException, InterruptedException {
    return server.getRawPath().equals("/") ? look(WELL_KNOWN) : Optional.empty();
  }

  /** Where the calendars of whoever is let in are, as something says or its person's entry does. */
  private Optional<String> home(Optional<Found> from)
      throws ConnectorException, InterruptedException {
    Optional<String> said = link(from, Entry.HOME);
    Optional<String> principal = link(from, Entry.PRINCIPAL);
    return said.isPresent() || principal.isEmpty() ? said : link(look(principal.get()), Entry.HOME);
  }

  private Optional<String> link(Optional<Found> from, String property) throws ConnectorException {
    Optional<String> href = from.flatMap(found -> found.entry().link(property));
    return href.isEmpty() ? Optional.empty() : Optional.of(Place.found(server, href.get()).path());
  }

  private static Optional<String> name(Place home, Entry entry) {
    String href = entry.href();
    return home.name(href.endsWith("/") ? href.substring(0, href.length() - 1) : href);
  }

  /** The calendars in {@code root}, and how they stand. */
  Shelf in(String root) throws ConnectorException, InterruptedException {
    Place home = Place.found(server, root);
    SortedMap<String, String> tokens = new TreeMap<>();
    for (Entry entry : Dav.several(dav.properties(home.path(), "1")).entries()) {
      Optional<String> name = name(home, entry).filter(any -> entry.isCalendar());
      if (name.isPresent() && entry.token().isEmpty()) {
        LOG.log(
            Level.WARNING,
            "connection {0}: a calendar is left out: it must have a sync-token (RFC 6578)",
            access.connection());
      } else if (name.isPresent()) {
        tokens.put(name.get(), entry.token().get());
      }
    }
    if (tokens.size() > MOST_CALENDARS) {
      throw ConnectorException.malformed(
          "calendars must be at most %d but were %d".formatted(MOST_CALENDARS, tokens.size()));
    }
    return new Shelf(home.path(), tokens);
  }
}
