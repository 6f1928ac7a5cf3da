package net.alogins.oo.signal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * Postpones tasks where they came from: what is put off until another day, and was due before it,
 * is due on that day, if its person lets tasks be changed there. It reads the log at its own pace
 * from the row that it noted last, so that nothing is missed; a command has the same id however
 * often its row is read.
 */
final class Postponing implements Consumer<List<Recorded>> {

  static final String NAME = "connections-postpone";
  private static final int PAGE = 256;

  private final EventLog log;
  private final Function<UserId, ZoneId> zones;
  private final Followed there;
  private final Errand errand;
  private volatile long wanted;
  private volatile long position;

  Postponing(EventLog log, Function<UserId, ZoneId> zones, Followed there, Workers workers) {
    this.log = log;
    this.zones = zones;
    this.there = there;
    this.errand = new Errand(workers, NAME, this::read);
  }

  /** Goes on where it ended, or at {@code end} if it has not begun. */
  void begin(LongSupplier end) {
    if (log.position(NAME).isEmpty()) {
      log.advance(NAME, end.getAsLong());
    }
    errand.ask();
  }

  /** How many rows it is behind the last answer; at least one while it fails. */
  long lag() {
    return Math.max(wanted - position, errand.isTroubled() ? 1 : 0);
  }

  @Override
  public void accept(List<Recorded> batch) {
    if (batch.stream().anyMatch(row -> row.event() instanceof Reacted)) {
      wanted = batch.get(batch.size() - 1).seq();
      errand.ask();
    }
  }

  private void read() {
    position = log.position(NAME).orElse(0);
    List<Recorded> rows = log.read(position, PAGE);
    while (!rows.isEmpty() && !Thread.currentThread().isInterrupted()) {
      Recorded.events(Reacted.class, rows)
          .filter(reacted -> reacted.kind() == Reacted.Kind.SNOOZED)
          .forEach(this::take);
      long last = rows.get(rows.size() - 1).seq();
      log.advance(NAME, last);
      position = last;
      rows = log.read(position, PAGE);
    }
  }

  private void take(Reacted snoozed) {
    ZoneId zone = zones.apply(snoozed.user());
    LocalDate day = day(snoozed.until().orElseThrow(), zone);
    if (!day.isAfter(day(snoozed.at(), zone))) {
      return;
    }
    Recorded.events(Decided.class, log.about(snoozed.user(), snoozed.tip()))
        .filter(decided -> decided.card().due().filter(day::isAfter).isPresent())
        .map(Decided::candidate)
        .forEach(task -> there.postpone(snoozed.user(), task, command(snoozed, task.key(), day)));
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  private static Command command(Reacted snoozed, String key, LocalDate day) {
    String word = Command.Verb.POSTPONE + "/" + snoozed.user() + "/" + snoozed.identity();
    String id = UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8)).toString();
    return new Command(id, Command.Verb.POSTPONE, key, snoozed.at(), Optional.of(day));
  }
}
