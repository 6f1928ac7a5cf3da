package net.alogins.oo.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.habits.Recount;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.FeatureSchema;
import picocli.CommandLine;

/** Habits of some decisions of a log, counted again. */
final class Recounts {

  private static final int PAGE = 256;

  private Recounts() {}

  /** A decision by its names: there are many, and they are large. */
  private record Which(UserId user, TipId tip) {}

  /** Of up to {@code most} decisions in {@code database}, which are spread over all of it. */
  static List<Recount> of(Database database, int most) {
    FeatureSchema schema = CommandLine.populateCommand(new Sight(), "--habits").still().schema();
    return Offline.log(database, log -> of(log, schema, most));
  }

  private static List<Recount> of(EventLog log, FeatureSchema schema, int most) {
    List<Which> all = decisions(log);
    return IntStream.range(0, most)
        .mapToObj(i -> all.get(i * all.size() / most))
        .distinct()
        .map(which -> Recount.of(log, schema, which.user(), which.tip()).orElseThrow())
        .toList();
  }

  private static List<Which> decisions(EventLog log) {
    List<Which> all = new ArrayList<>();
    List<Recorded> page = log.read(0, PAGE);
    while (!page.isEmpty()) {
      Recorded.events(Decided.class, page)
          .map(decided -> new Which(decided.user(), decided.tip()))
          .forEach(all::add);
      page = log.read(page.get(page.size() - 1).seq(), PAGE);
    }
    return all;
  }
}
