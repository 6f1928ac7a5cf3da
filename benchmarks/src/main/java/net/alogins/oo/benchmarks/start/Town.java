package net.alogins.oo.benchmarks.start;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
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
        all(people, person -> answer(recommender, person));
      }
      System.out.println(recommender.status().counters().get("reactions.learned"));
    }
  }

  private static void all(int people, IntConsumer answer) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Object>> each =
          IntStream.range(0, people)
              .mapToObj(person -> Executors.callable(() -> answer.accept(person)))
              .toList();
      for (Future<Object> answered : callers.invokeAll(each)) {
        answered.get();
      }
    } finally {
      callers.shutdown();
    }
  }

  private static void answer(Recommender recommender, int person) {
    UserId user = new UserId("person" + person);
    TipId tip = recommender.tip(user).tip().orElseThrow().id();
    recommender.react(user, Reaction.done(tip));
  }
}
