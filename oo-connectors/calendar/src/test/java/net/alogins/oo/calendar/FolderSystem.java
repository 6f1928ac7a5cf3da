package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.Capability;
import net.alogins.oo.signal.testkit.OtherSystem;

/**
 * A folder of iCalendar files in the hands of the contract: each has some of the tasks. What is
 * known of them lies in the cursor alone, so that there is nothing to forget.
 */
final class FolderSystem implements OtherSystem {

  private static final int FILES = 3;

  private final Path folder;
  private final Map<String, String> tasks = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private int added;

  FolderSystem(Path parent) throws IOException {
    folder = Files.createDirectory(parent.resolve("calendars"));
  }

  @Override
  public Connector connector() {
    return CalendarFiles.at(folder).zones(any -> ZoneOffset.UTC);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.FAILS, Capability.ANSWERS);
  }

  @Override
  public Secrets secrets() {
    return Secrets.of("nobody looks at this");
  }

  private void set(String key, String... lines) {
    List<String> all = new ArrayList<>(List.of("BEGIN:VTODO", "UID:" + key));
    all.addAll(List.of(lines));
    all.add("END:VTODO\r\n");
    tasks.put(key, String.join("\r\n", all));
    write(file(key));
  }

  private static int file(String key) {
    return Integer.parseInt(key.substring("task-".length())) % FILES;
  }

  private void write(int number) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\n");
    tasks.forEach((key, task) -> text.append(file(key) == number ? task : ""));
    write(folder.resolve(number + ".ics"), text.append("END:VCALENDAR\r\n").toString());
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String add(String title) {
    String key = "task-" + ++added;
    open.add(key);
    set(key, "SUMMARY:" + title);
    return key;
  }

  @Override
  public void rename(String key, String title) {
    set(key, "SUMMARY:" + title);
  }

  @Override
  public void complete(String key) {
    open.remove(key);
    set(key, "SUMMARY:Done", "STATUS:COMPLETED");
  }

  @Override
  public void delete(String key) {
    open.remove(key);
    tasks.remove(key);
    write(file(key));
  }

  @Override
  public Set<String> open() {
    return Set.copyOf(open);
  }

  @Override
  public int executed(String key) {
    return 0;
  }

  @Override
  public void throttle(Duration after) {}

  @Override
  public void revoke() {}

  /** The folder is gone, as one on another machine may be. */
  @Override
  public void breakDown() {
    move(folder, folder.resolveSibling("elsewhere"));
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void babble() {
    write(folder.resolve("nonsense.ics"), "<html>Welcome</html>");
  }

  @Override
  public void forgetCursors() {}

  @Override
  public void heal() {
    if (Files.notExists(folder)) {
      move(folder.resolveSibling("elsewhere"), folder);
    }
    try {
      Files.deleteIfExists(folder.resolve("nonsense.ics"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
