package net.alogins.oo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Followers;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.simulator.Rows.Identity;

/**
 * A log on a simulated disk: a batch is one record, so that it is there whole or not at all, and
 * everything that can be read was recovered from the disk or written to it.
 *
 * <p>When an append fails although its record is there, its rows are told to the followers before
 * the next append returns, in their order.
 */
final class SimulatedLog implements EventLog {

  private final Journal journal;
  private final Flaw flaw;
  private final Rows rows = new Rows();
  private final Map<String, Long> positions = new HashMap<>();
  private final Followers followers = new Followers();
  private final List<Recorded> untold = new ArrayList<>();

  SimulatedLog(Journal journal, Flaw flaw) {
    this.journal = journal;
    this.flaw = flaw;
    journal.recover().forEach(this::recover);
    if (flaw == Flaw.FORGETS_IDENTITIES) {
      rows.forgetIdentities();
    }
  }

  /** One that holds {@code events}, on a disk of its own. */
  static SimulatedLog holding(List<Event> events) {
    Faults none = new Faults();
    SimulatedLog log =
        new SimulatedLog(Journal.honest(new Disk(), new Power(none), none), Flaw.NONE);
    log.rows.add(events);
    return log;
  }

  private void recover(byte[] record) {
    if (flaw != Flaw.APPLIES_TORN_RECORDS) {
      LogFormat.read(record, EventCodec::decode, new Recovery());
      return;
    }
    try {
      LogFormat.read(record, LogFormat::trusting, new Recovery());
    } catch (RuntimeException unreadable) {
      return;
    }
  }

  /** Does again what the records say was done. */
  private final class Recovery implements LogFormat.Reader {

    @Override
    public void batch(List<Event> events) {
      rows.add(events);
    }

    @Override
    public void position(String follower, long seq) {
      positions.put(follower, seq);
    }

    @Override
    public void trimmed(long seq) {
      rows.trim(seq);
    }
  }

  @Override
  public synchronized List<Appended> append(List<? extends Event> events) {
    Map<Identity, Event> fresh = new LinkedHashMap<>();
    List<Optional<Recorded>> known = events.stream().map(rows::find).toList();
    for (int i = 0; i < events.size(); i++) {
      if (known.get(i).isEmpty()) {
        fresh.putIfAbsent(Identity.of(events.get(i)), events.get(i));
      }
    }
    commit(List.copyOf(fresh.values()));
    tell();
    List<Appended> outcomes = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      boolean isNew = known.get(i).isEmpty() && fresh.values().remove(event);
      Recorded row = known.get(i).or(() -> rows.find(event)).orElseThrow();
      outcomes.add(new Appended(isNew ? Outcome.RECORDED : again(row, event), row.seq()));
    }
    return outcomes;
  }

  private static Outcome again(Recorded row, Event event) {
    return row.event().repeatedBy(event) ? Outcome.REPEATED : Outcome.CONFLICT;
  }

  private void commit(List<Event> fresh) {
    if (!fresh.isEmpty()) {
      journal.commit(LogFormat.batch(fresh), () -> untold.addAll(rows.add(fresh)));
    } else {
      journal.power().read();
    }
  }

  private void tell() {
    if (!untold.isEmpty()) {
      List<Recorded> batch = List.copyOf(untold);
      untold.clear();
      followers.tell(batch);
    }
  }

  @Override
  public Following follow(Consumer<List<Recorded>> follower) {
    return followers.add(follower);
  }

  @Override
  public synchronized List<Recorded> read(long after, int limit) {
    journal.power().read();
    List<Recorded> page = new ArrayList<>(rows.after(after, limit));
    if (flaw == Flaw.READS_A_ROW_TWICE && page.size() > 1) {
      page.add(page.get(page.size() - 1));
    }
    return List.copyOf(page);
  }

  @Override
  public synchronized List<Recorded> read(UserId user, long after, int limit) {
    return where(user, row -> row.seq() > after, limit);
  }

  @Override
  public synchronized List<Recorded> about(UserId user, TipId tip) {
    return where(
        user, row -> row.event().about().filter(tip::equals).isPresent(), Integer.MAX_VALUE);
  }

  @Override
  public synchronized List<Recorded> decisions(UserId user, long before, int limit) {
    List<Recorded> decisions =
        new ArrayList<>(
            where(
                user,
                row -> row.seq() < before && row.event() instanceof Decided,
                Integer.MAX_VALUE));
    decisions.sort((a, b) -> Long.compare(b.seq(), a.seq()));
    return List.copyOf(decisions.subList(0, Math.min(limit, decisions.size())));
  }

  private List<Recorded> where(UserId user, Predicate<Recorded> wanted, int limit) {
    journal.power().read();
    return rows.where(user, wanted, limit);
  }

  @Override
  public synchronized OptionalLong position(String follower) {
    journal.power().read();
    Long known = positions.get(follower);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  @Override
  public synchronized void advance(String follower, long seq) {
    journal.commit(LogFormat.position(follower, seq), () -> positions.put(follower, seq));
  }

  @Override
  public synchronized long trimmed() {
    return rows.trimmed();
  }

  @Override
  public synchronized void trim(long seq) {
    journal.commit(LogFormat.trimmed(seq), () -> rows.trim(seq));
  }
}
