package net.alogins.oo.benchmarks.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/**
 * Who allows a language model to be told of them, as of the log's last row: it is read on whenever
 * somebody asks.
 */
final class Allowing implements Predicate<UserId> {

  private static final int PAGE = 1_000;

  private final EventLog log;
  private final Map<UserId, Consents> said = new HashMap<>();
  private long seq;

  Allowing(EventLog log) {
    this.log = log;
  }

  @Override
  public boolean test(UserId user) {
    List<Recorded> page = log.read(Math.max(seq, log.trimmed()), PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::take);
      page = log.read(seq, PAGE);
    }
    return said.getOrDefault(user, Consents.standard()).allow(Purpose.LLM);
  }

  private void take(Recorded row) {
    seq = row.seq();
    if (row.event() instanceof ConsentChanged change) {
      said.put(change.user(), new Consents(change.allowed()));
    }
  }
}
