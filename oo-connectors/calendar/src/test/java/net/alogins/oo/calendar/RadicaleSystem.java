package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.alogins.oo.calendar.Gate.Fault;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.OtherSystem;
import net.fortuna.ical4j.model.Property;

/** A new calendar of a real Radicale, behind a gate, in the hands of the contract. */
final class RadicaleSystem implements OtherSystem, AutoCloseable {

  final Radicale radicale;
  final Gate gate;
  final BusyTimes busy = new BusyTimes();
  private final String path = "/" + Radicale.USER + "/" + UUID.randomUUID() + "/";
  private final String target;
  private final String prefix;
  private int added;

  /** Its address is told. */
  RadicaleSystem() throws IOException, InterruptedException {
    this("%s", "");
  }

  private RadicaleSystem(String target, String prefix) throws IOException, InterruptedException {
    this.target = target.formatted(path.substring(1));
    this.prefix = prefix.formatted(path.substring(1));
    radicale = Radicale.shared();
    gate = new Gate(radicale.address());
    radicale.ask("MKCALENDAR", path, "");
  }

  /** Nothing is told but the server, on which all calendars of its person are found. */
  static RadicaleSystem found() throws IOException, InterruptedException {
    return new RadicaleSystem("", "%s");
  }

  /** The name of the resource that a key is of. */
  private String name(String key) {
    return key.substring(prefix.length());
  }

  /** One request of the person's, not by way of the connector. */
  String ask(String method, String key, String body) {
    try {
      return radicale.ask(method, path + key, body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes a component of some lines under a key, which is also its UID. */
  void put(String key, String kind, String... lines) {
    ask("PUT", key, text(key, kind, lines));
  }

  private static String text(String uid, String kind, String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\nBEGIN:%s\r\nUID:%s\r\nDTSTAMP:20261101T000000Z\r\n%s\r\nEND:%s\r\nEND:VCALENDAR\r\n"
        .formatted(kind, uid, String.join("\r\n", lines), kind);
  }

  @Override
  public Connector connector() {
    return CaldavConnector.at(gate.address(), Remote.client(), Clock.systemUTC())
        .busy(busy)
        .zones(any -> ZoneOffset.UTC);
  }

  @Override
  public Secrets secrets() {
    return Secrets.of(Radicale.USER + ":" + Radicale.PASSWORD);
  }

  @Override
  public String target() {
    return gate.address() + target;
  }

  @Override
  public String add(String title) {
    String name = "task-" + ++added + ".ics";
    put(name, "VTODO", "SUMMARY:" + title);
    return prefix + name;
  }

  /** By its files, where it has them: a request for each would take longer than all else. */
  @Override
  public List<String> add(List<String> titles) {
    return titles.stream()
        .map(
            title -> {
              String name = "task-" + ++added + ".ics";
              radicale.write(path, name, text(name, "VTODO", "SUMMARY:" + title));
              return prefix + name;
            })
        .toList();
  }

  @Override
  public void rename(String key, String title) {
    put(name(key), "VTODO", "SUMMARY:" + title);
  }

  @Override
  public void complete(String key) {
    put(name(key), "VTODO", "SUMMARY:Done", "STATUS:COMPLETED");
  }

  @Override
  public void delete(String key) {
    ask("DELETE", name(key), "");
  }

  /** As Radicale itself has them, in one text. */
  @Override
  public Set<String> open() {
    try {
      return Agenda.of(ask("GET", "", ""), Instant.now()).todos().stream()
          .map(Series::any)
          .filter(part -> !Todo.isOver(part))
          .map(part -> prefix + part.text(Property.UID).orElseThrow())
          .collect(Collectors.toSet());
    } catch (BrokenCalendarException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public int executed(String key) {
    return (int) gate.asked().stream().filter(("PUT " + path + name(key))::equals).count();
  }

  @Override
  public void throttle(Duration after) {
    gate.always(new Fault(429, Map.of("Retry-After", "" + after.toSeconds()), ""));
  }

  @Override
  public void revoke() {
    gate.always(new Fault(401, Map.of(), ""));
  }

  @Override
  public void breakDown() {
    gate.always(new Fault(503, Map.of(), ""));
  }

  @Override
  public void babble() {
    gate.always(new Fault(200, Map.of("Content-Type", "text/html"), "<html>Welcome</html>"));
  }

  @Override
  public void forgetCursors() {
    try {
      radicale.forgetTokens(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void heal() {
    gate.heal();
  }

  @Override
  public void close() {
    gate.close();
    ask("DELETE", "", "");
  }
}
