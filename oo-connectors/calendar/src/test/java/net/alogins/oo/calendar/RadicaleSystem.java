package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
  private int added;

  RadicaleSystem() throws IOException, InterruptedException {
    radicale = Radicale.shared();
    gate = new Gate(radicale.address());
    radicale.ask("MKCALENDAR", path, "");
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
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\nBEGIN:%s\r\nUID:%s\r\nDTSTAMP:20261101T000000Z\r\n%s\r\nEND:%s\r\nEND:VCALENDAR\r\n"
            .formatted(kind, key, String.join("\r\n", lines), kind);
    ask("PUT", key, text);
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
    return gate.address() + path.substring(1);
  }

  @Override
  public String add(String title) {
    String key = "task-" + ++added + ".ics";
    put(key, "VTODO", "SUMMARY:" + title);
    return key;
  }

  @Override
  public void rename(String key, String title) {
    put(key, "VTODO", "SUMMARY:" + title);
  }

  @Override
  public void complete(String key) {
    put(key, "VTODO", "SUMMARY:Done", "STATUS:COMPLETED");
  }

  @Override
  public void delete(String key) {
    ask("DELETE", key, "");
  }

  /** As Radicale itself has them, in one text. */
  @Override
  public Set<String> open() {
    try {
      return Agenda.of(ask("GET", "", ""), Instant.now()).todos().stream()
          .map(Series::any)
          .filter(part -> !Todo.isOver(part))
          .map(part -> part.text(Property.UID).orElseThrow())
          .collect(Collectors.toSet());
    } catch (BrokenCalendarException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public int executed(String key) {
    return (int) gate.asked().stream().filter(("PUT " + path + key)::equals).count();
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
