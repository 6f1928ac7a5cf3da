package net.alogins.oo.jdbc;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/** The log in the tables of the events module; appends are grouped by {@link GroupCommit}. */
final class JdbcEventLog implements EventLog {

  private final Database database;
  private final String tenant;
  private final Predicate<String> leads;
  private final Sequence sequence;
  private final Positions positions;
  private final LogReader rows;
  private final GroupCommit commits;
  private final Trimming trimming;

  /** {@code leads} says whether this process has a duty. */
  JdbcEventLog(Database database, TenantId tenant, Arrivals arrivals, Predicate<String> leads) {
    this.database = database;
    this.tenant = tenant.value();
    this.leads = leads;
    this.sequence = new Sequence(this.tenant);
    this.positions = new Positions(this.tenant);
    database.change(sequence::create);
    this.rows = new LogReader(database, this.tenant);
    rows.checkEnds();
    this.commits = new GroupCommit(database, this.tenant, arrivals, rows::after);
    this.trimming = new Trimming(database, this.tenant);
  }

  /** Numbers what arrived without a number, and tells of what others have written. */
  void catchUp() {
    if (commits.isBehind()) {
      commits.catchUp();
    }
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    return events.isEmpty() ? List.of() : commits.append(events);
  }

  @Override
  public Following follow(Consumer<List<Recorded>> follower) {
    return commits.follow(follower);
  }

  @Override
  public List<Recorded> read(long after, int limit) {
    List<Recorded> page = rows.after(after, limit);
    if (page.size() == limit || !commits.isBehind()) {
      return page;
    }
    commits.catchUp();
    return rows.after(after, limit);
  }

  @Override
  public List<Recorded> read(UserId user, long after, int limit) {
    return rows.of(user, after, limit);
  }

  @Override
  public List<Recorded> about(UserId user, TipId tip) {
    return rows.about(user, tip);
  }

  @Override
  public List<Recorded> decisions(UserId user, long before, int limit) {
    return rows.decisions(user, before, limit);
  }

  @Override
  public OptionalLong position(String follower) {
    return database.read(reader -> positions.of(reader, follower));
  }

  @Override
  public void advance(String follower, long seq) {
    commits.change(tx -> positions.advance(tx, follower, seq));
  }

  @Override
  public boolean leads(String duty) {
    return leads.test(duty);
  }

  @Override
  public long trimmed() {
    return database.read(sequence::trimmed);
  }

  @Override
  public void trim(long seq) {
    trimming.upTo(seq);
  }
}
