package net.alogins.oo.benchmarks.start;

import java.nio.file.Path;
import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Callers;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;

/**
 * Many people who ask and answer a few times each, all on SQLite. Arguments: the file, and how
 * many. Prints how many answers were learned.
 */
final class Town {

  private static final int TIMES = 3;
  private static final int CALLERS = 8;

  private Town() {}

  public static void main(String[] arguments) throws Exception {
    int people = Integer.parseInt(arguments[1]);
    Tasks tasks = new Tasks(10, 1);
    try (SqliteStores kept = SqliteStores.open(Path.of(arguments[0]), new TenantId("town"));
        Recommender recommender =
            Recommender.from(tasks.source())
                .choosingWith(Policies.standard())
                .stores(kept.stores())
                .build()) {
      for (int time = 0; time < TIMES; time++) {
        Callers.call(CALLERS, people, person -> answer(recommender, person));
      }
      System.out.println(recommender.status().counters().get("reactions.learned"));
    }
  }

  private static void answer(Recommender recommender, int person) {
    UserId user = new UserId("person" + person);
    TipId tip = recommender.tip(user).tip().orElseThrow().id();
    recommender.react(user, Reaction.done(tip));
  }
}
