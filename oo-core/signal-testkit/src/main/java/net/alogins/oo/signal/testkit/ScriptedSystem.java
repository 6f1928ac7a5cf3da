package net.alogins.oo.signal.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Permission;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Secrets;

/**
 * Another system in memory, for tests of what syncs: it numbers what happens, and a cursor is a
 * number. It is let in by one secret, which is had for the code {@code good}.
 */
public final class ScriptedSystem implements OtherSystem {

  private static final String GOOD_CODE = "good";
  private static final String TOKEN = "open sesame";
  private static final String LISTING = "list ";

  private final String name;
  private final int page;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> executed = new HashMap<>();
  private final Map<String, LocalDate> postponed = new HashMap<>();
  private final Set<String> commands = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private long now = 1;
  private long oldest;
  private int asked;
  private Optional<ConnectorException> failure = Optional.empty();
  private Runnable beforeAnswer = () -> {};

  private record Entry(String title, boolean isOpen, long changed) {}

  /** One of this name that answers {@code page} changes at a time. */
  public ScriptedSystem(String name, int page) {
    this.name = name;
    this.page = page;
  }

  /**
   * Connections to an empty one called {@code scripted}, in memory, and to one called {@code
   * pushing}, whose secrets are made here.
   */
  public static Connections connections() {
    return Connections.to(new ScriptedSystem("scripted", 100).connector(), new Pushing())
        .keptIn(new InMemoryConnectionStore(), new MemoryVault())
        .open();
  }

  @Override
  public Connector connector() {
    return new Side();
  }

  @Override
  public Secrets secrets() {
    return Secrets.of(TOKEN);
  }

  @Override
  public synchronized String add(String title) {
    String key = "t" + (entries.size() + 1);
    set(key, title, true);
    return key;
  }

  private void set(String key, String title, boolean isOpen) {
    entries.put(key, new Entry(title, isOpen, ++now));
  }

  @Override
  public synchronized void rename(String key, String title) {
    set(key, title, entry(key).isOpen());
  }

  @Override
  public synchronized void complete(String key) {
    set(key, entry(key).title(), false);
  }

  @Override
  public synchronized void delete(String key) {
    complete(key);
    deleted.add(key);
  }

  private Entry entry(String key) {
    return Optional.ofNullable(entries.get(key)).orElseThrow();
  }

  @Override
  public synchronized Set<String> open() {
    Set<String> open = new HashSet<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.isOpen()) {
            open.add(key);
          }
        });
    return open;
  }

  @Override
  public synchronized int executed(String key) {
    return executed.getOrDefault(key, 0);
  }

  /** Until when a task was postponed by way of the connector. */
  public synchronized Optional<LocalDate> postponed(String key) {
    return Optional.ofNullable(postponed.get(key));
  }

  /** How often it was asked for changes. */
  public synchronized int asked() {
    return asked;
  }

  /** What happens before each answer, outside of any lock. */
  public synchronized void beforeAnswer(Runnable happens) {
    beforeAnswer = happens;
  }

  @Override
  public synchronized void throttle(Duration after) {
    failure = Optional.of(ConnectorException.throttled(Optional.of(after)));
  }

  @Override
  public synchronized void revoke() {
    failure = Optional.of(ConnectorException.revoked("the token is not valid"));
  }

  @Override
  public synchronized void breakDown() {
    failure = Optional.of(ConnectorException.unavailable("it is down", Optional.empty()));
  }

  @Override
  public synchronized void babble() {
    failure = Optional.of(ConnectorException.malformed("it says nonsense"));
  }

  @Override
  public synchronized void forgetCursors() {
    oldest = ++now;
  }

  @Override
  public synchronized void heal() {
    failure = Optional.empty();
  }

  /** The connector's side of it. */
  private final class Side implements Connector, Permission {

    @Override
    public String name() {
      return name;
    }

    @Override
    public Fetch fetch(Access access, Optional<Cursor> since)
        throws ConnectorException, InterruptedException {
      enter(access);
      happening().run();
      return answer(since);
    }

    @Override
    public Optional<Permission> permission() {
      return Optional.of(this);
    }

    @Override
    public URI page(String state, boolean mayWrite) {
      return URI.create(
          "https://%s.example/permit?write=%s&state=%s".formatted(name, mayWrite, state));
    }

    @Override
    public Secrets redeem(String code) throws ConnectorException {
      if (!code.equals(GOOD_CODE)) {
        throw ConnectorException.revoked("the code is not valid");
      }
      return secrets();
    }

    @Override
    public boolean postpones() {
      return true;
    }

    @Override
    public void execute(Access access, Command command)
        throws ConnectorException, InterruptedException {
      enter(access);
      ScriptedSystem.this.execute(command);
    }

    @Override
    public void revoke(Access access) throws ConnectorException, InterruptedException {
      enter(access);
    }
  }

  private void enter(Access access) throws ConnectorException, InterruptedException {
    String token = access.with(Secret.ACCESS, bytes -> new String(bytes, StandardCharsets.UTF_8));
    if (!token.equals(TOKEN)) {
      throw ConnectorException.revoked("the token is not valid");
    }
    Optional<ConnectorException> goingWrong = failure();
    if (goingWrong.isPresent()) {
      throw goingWrong.get();
    }
  }

  private synchronized Optional<ConnectorException> failure() {
    return failure;
  }

  private synchronized Runnable happening() {
    return beforeAnswer;
  }

  private synchronized void execute(Command command) {
    if (!commands.add(command.id()) || deleted.contains(command.key())) {
      return;
    }
    executed.merge(command.key(), 1, Integer::sum);
    command.day().ifPresent(day -> postponed.put(command.key(), day));
    if (command.verb() == Command.Verb.POSTPONE) {
      return;
    }
    set(command.key(), entry(command.key()).title(), command.verb() == Command.Verb.REOPEN);
  }

  /** A cursor is the number up to which all is told, and before it whether that is a list. */
  private synchronized Fetch answer(Optional<Cursor> since) throws ConnectorException {
    asked++;
    if (since.isEmpty()) {
      return page(0, true, true);
    }
    String value = since.get().value();
    boolean isListing = value.startsWith(LISTING);
    long from = Long.parseLong(isListing ? value.substring(LISTING.length()) : value);
    if (from < oldest && !isListing) {
      throw ConnectorException.stale();
    }
    return page(from, isListing, false);
  }

  private Fetch page(long from, boolean isListing, boolean startsOver) {
    List<Map.Entry<String, Entry>> all =
        entries.entrySet().stream()
            .filter(entry -> entry.getValue().changed() > from)
            .sorted((a, b) -> Long.compare(a.getValue().changed(), b.getValue().changed()))
            .toList();
    List<Change> changes = new ArrayList<>();
    all.stream().limit(page).forEach(entry -> changes.add(change(entry)));
    Fetch.Page answer = startsOver ? Fetch.everything(changes) : Fetch.changes(changes);
    if (all.size() <= page) {
      return answer.then(new Cursor(String.valueOf(now)));
    }
    long told = all.get(page - 1).getValue().changed();
    return answer.more(new Cursor((isListing ? LISTING : "") + told));
  }

  private Change change(Map.Entry<String, Entry> entry) {
    return entry.getValue().isOpen()
        ? new Change.Open(Candidate.of(name, entry.getKey(), entry.getValue().title()))
        : new Change.Gone(entry.getKey());
  }
}
