package net.alogins.oo.calendar;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.alogins.oo.signal.ConnectorException;

/**
 * What a WebDAV server says of several resources (RFC 4918, 13). It is read by the JDK's own parser
 * in one pass, without document types and what they bring.
 */
final class Multistatus {

  private static final int DEEPEST = 64;
  private static final int OK = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/\\S+ (\\d{3})\\b.*");
  private static final Set<String> TEXTS =
      Set.of("href", "status", "getetag", "calendar-data", "sync-token");

  /** Properties that say where somebody is to look. */
  private static final Set<String> LINKS = Set.of(Entry.PRINCIPAL, Entry.HOME);

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<String> token = Optional.empty();
  private Optional<String> pendingToken = Optional.empty();
  private String href = "";
  private Optional<String> pending = Optional.empty();
  private Optional<String> data = Optional.empty();
  private int status;
  private Optional<String> ownToken = Optional.empty();
  private final Set<String> kinds = new HashSet<>();
  private final Map<String, String> links = new HashMap<>();

  private Multistatus() {}

  /**
   * What is said of one resource.
   *
   * @param status 200 if it is there
   * @param data what is in it, if that was asked for
   * @param token what goes on from here, if it says so
   * @param kinds what it is, as {@code resourcetype} has it
   * @param links where else to look, by the property that says so
   */
  record Entry(
      String href,
      int status,
      Optional<String> data,
      Optional<String> token,
      Set<String> kinds,
      Map<String, String> links) {

    static final String PRINCIPAL = "current-user-principal";
    static final String HOME = "calendar-home-set";

    Entry {
      kinds = Set.copyOf(kinds);
      links = Map.copyOf(links);
    }

    boolean isCalendar() {
      return kinds.contains("calendar");
    }

    Optional<String> link(String property) {
      return Optional.ofNullable(links.get(property));
    }

    boolean isThere() {
      return status >= OK && status < OK + 100;
    }
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * What {@code bytes} say.
   *
   * @throws ConnectorException malformed, if they are not XML, or have a document type
   */
  static Multistatus of(InputStream bytes) throws ConnectorException {
    Multistatus read = new Multistatus();
    try {
      XMLStreamReader reader = xml().createXMLStreamReader(bytes);
      while (reader.hasNext()) {
        read.take(reader.next(), reader);
      }
      return read;
    } catch (XMLStreamException broken) {
      throw ConnectorException.malformed("answer must be XML without a document type but was not");
    }
  }

  private void take(int event, XMLStreamReader reader) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new XMLStreamException("not here");
      case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (!open.isEmpty() && TEXTS.contains(open.getFirst())) {
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> end(open.pop());
      default -> {}
    }
  }

  private void begin(String name) throws XMLStreamException {
    if (open.size() >= DEEPEST) {
      throw new XMLStreamException("too deep");
    }
    if (parent().equals("resourcetype")) {
      kinds.add(name);
    }
    open.push(name);
    names.add(name);
    text.setLength(0);
    if (name.equals("response")) {
      href = "";
      status = 0;
      data = Optional.empty();
      ownToken = Optional.empty();
      kinds.clear();
      links.clear();
    }
    if (name.equals("propstat")) {
      pending = Optional.empty();
      pendingToken = Optional.empty();
    }
  }

  private String parent() {
    return open.isEmpty() ? "" : open.getFirst();
  }

  private void end(String name) {
    String parent = parent();
    switch (name) {
      case "href" -> href(parent, text.toString().strip());
      case "calendar-data" -> pending = Optional.of(text.toString());
      case "sync-token" -> token(parent);
      case "status" -> status(parent);
      case "response" -> entries.add(new Entry(href, status, data, ownToken, kinds, links));
      default -> {}
    }
  }

  private void href(String parent, String said) {
    if (parent.equals("response")) {
      href = said;
    } else if (LINKS.contains(parent)) {
      links.putIfAbsent(parent, said);
    }
  }

  private void token(String parent) {
    Optional<String> said = Optional.of(text.toString().strip()).filter(any -> !any.isEmpty());
    if (parent.equals("multistatus")) {
      token = said;
    } else {
      pendingToken = said;
    }
  }

  /** Of what is there only in part, that part counts. A status comes behind its properties. */
  private void status(String parent) {
    Matcher matcher = STATUS.matcher(text.toString().strip());
    int code = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    boolean isThere = code >= OK && code < OK + 100;
    if (parent.equals("propstat") && isThere) {
      data = pending.or(() -> data);
      ownToken = pendingToken.or(() -> ownToken);
    }
    if (status == 0 || isThere || parent.equals("response")) {
      status = code;
    }
  }

  /** What is said of each. */
  List<Entry> entries() {
    return entries;
  }

  /** Where the next sync goes on. */
  Optional<String> token() {
    return token;
  }

  /** Whether there is an element of this name. */
  boolean has(String name) {
    return names.contains(name);
  }
}
