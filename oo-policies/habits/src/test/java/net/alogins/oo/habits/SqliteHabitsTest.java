package net.alogins.oo.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHabitsTest {

  private static final TenantId TENANT = new TenantId("home");
  private static final int EACH = 12;

  @TempDir private Path folder;

  private static void live(Recommender recommender, UserId user) {
    for (int i = 0; i < EACH; i++) {
      recommender.tip(user).ifPresent(tip -> recommender.react(user, Reaction.done(tip.id())));
    }
  }

  @Test
  void with_many_callers_and_a_reader_of_its_own_every_number_comes_out_again() {
    List<UserId> people = IntStream.range(0, 4).mapToObj(i -> new UserId("p" + i)).toList();
    try (SqliteStores file = SqliteStores.open(folder.resolve("oo.db"), TENANT);
        Habits habits = Habits.of(file.stores().log()).open();
        Recommender recommender =
            Recommender.from(CandidateSource.immediate(context -> Household.chores()))
                .choosingWith(Policies.standard())
                .stores(file.stores())
                .features(habits.features())
                .openFor(Duration.ofMillis(1))
                .build()) {
      people.parallelStream().forEach(user -> live(recommender, user));
      List<Decided> all = Household.decisions(file.stores().log());

      assertThat(all)
          .hasSizeGreaterThan(EACH)
          .extracting(one -> Household.recount(file.stores().log(), habits, one).difference())
          .containsOnly(Optional.empty());
      assertThat(all).anyMatch(one -> Household.isKnown(habits, one));
    }
  }
}
