package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.tip.Advice.Silent;
import net.alogins.oo.tip.Silence;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final CandidateSource GOOD = context -> List.of(House.task("a"));

  /** A source that is stuck until it is interrupted. */
  private static final class Stuck implements CandidateSource {

    @Override
    public List<Candidate> candidates(Context context) throws InterruptedException {
      new CountDownLatch(1).await();
      return List.of();
    }

    @Override
    public String name() {
      return "stuck";
    }
  }

  private static Recommender of(CandidateSource source, CandidateSource... more) {
    return Recommender.from(source, more)
        .choosingWith(ScriptedPolicy.scoring(Map.of()))
        .stores(Stores.inMemory())
        .deadline(Duration.ofSeconds(1))
        .build();
  }

  @Test
  void a_slow_source_costs_candidates_never_the_tip() {
    try (Recommender recommender = of(new Stuck(), GOOD)) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();

      assertThat(tip.title()).isEqualTo("Do a");
      assertThat(tip.why().missing()).containsExactly("stuck");
    }
  }

  private static long micros(Recommender recommender, String stage) {
    return Recorded.events(Decided.class, recommender.facts(ADA, 0, 10))
        .flatMap(decided -> decided.stages().stream())
        .filter(each -> each.name().equals(stage))
        .mapToLong(Decided.Stage::micros)
        .findFirst()
        .orElse(-1);
  }

  @Test
  void the_decision_says_from_when_to_when_each_source_was_busy() {
    CyclicBarrier meeting = new CyclicBarrier(2);
    CandidateSource left =
        CandidateSource.named("left", context -> List.of(House.task("a" + meeting.await())));
    CandidateSource right =
        CandidateSource.named("right", context -> List.of(House.task("b" + meeting.await())));
    try (Recommender recommender = of(left, right, new Stuck())) {
      recommender.tip(ADA);

      assertThat(micros(recommender, "left from"))
          .isBetween(0L, micros(recommender, "right to"))
          .isLessThanOrEqualTo(micros(recommender, "left to"));
      assertThat(micros(recommender, "right from")).isBetween(0L, micros(recommender, "left to"));
      assertThat(micros(recommender, "stuck from")).isNotNegative();
      assertThat(micros(recommender, "stuck to")).matches(end -> end < 0 || end > 900_000);
      assertThat(micros(recommender, "candidates"))
          .isGreaterThanOrEqualTo(micros(recommender, "right to"));
    }
  }

  @Test
  void of_a_source_alone_nothing_overlaps() {
    try (Recommender recommender = of(CandidateSource.named("alone", GOOD))) {
      recommender.tip(ADA);

      assertThat(micros(recommender, "alone from")).isEqualTo(-1);
      assertThat(micros(recommender, "candidates")).isNotNegative();
    }
  }

  @Test
  void a_broken_source_costs_candidates_never_the_tip() {
    CandidateSource broken =
        CandidateSource.immediate(
            context -> {
              throw new IOException("the disk is gone");
            });
    try (Recommender recommender = of(broken, GOOD)) {
      assertThat(recommender.tip(ADA).tip().orElseThrow().why().missing()).hasSize(1);
    }
  }

  @Test
  void when_no_source_answers_the_silence_says_so() {
    try (Recommender recommender = of(new Stuck())) {
      assertThat(recommender.tip(ADA)).isEqualTo(new Silent(Silence.SOURCES_MISSING));
    }
  }

  @Test
  void a_candidate_that_two_sources_name_is_one() {
    try (Recommender recommender = of(GOOD, GOOD)) {
      recommender.tip(ADA);
    }
    House house = new House("a", "a");
    try (Recommender recommender = house.builder().build()) {
      recommender.tip(ADA);
      assertThat(house.stores.log().read(0, 10)).hasSize(1);
    }
  }

  @Test
  void a_candidate_is_gone_when_its_own_source_says_so_whatever_the_others_do() {
    House house = new House("a", "b");
    CandidateSource own =
        CandidateSource.named("house", CandidateSource.immediate(c -> List.copyOf(house.tasks)));
    try (Recommender recommender = of(own, new Stuck())) {
      Tip gone = recommender.tip(ADA).tip().orElseThrow();
      house.tasks.removeIf(task -> task.id().equals(gone.candidate().id()));

      assertThat(recommender.tip(ADA).tip()).map(Tip::id).isPresent().get().isNotEqualTo(gone.id());
    }
  }

  @Test
  void an_answer_that_is_null_costs_candidates_never_the_tip() {
    CandidateSource nothing = CandidateSource.immediate(context -> null);
    try (Recommender recommender = of(nothing, GOOD)) {
      assertThat(recommender.tip(ADA).tip()).isPresent();
    }
  }

  @Test
  void a_slow_source_is_not_gone() {
    House house = new House("a", "b");
    AtomicBoolean stuck = new AtomicBoolean();
    CandidateSource moody =
        context -> stuck.get() ? new Stuck().candidates(context) : List.copyOf(house.tasks);
    try (Recommender recommender = of(moody)) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      stuck.set(true);

      assertThat(recommender.tip(ADA).tip()).map(Tip::id).contains(tip.id());
    }
  }

  @Test
  void what_was_done_while_the_sources_were_asked_stays_done() {
    House house = new House("a", "b");
    List<Runnable> meanwhile = new ArrayList<>();
    CandidateSource own =
        CandidateSource.immediate(
            context -> {
              meanwhile.forEach(Runnable::run);
              return List.copyOf(house.tasks);
            });
    try (Recommender recommender = of(own)) {
      Tip first = recommender.tip(ADA).tip().orElseThrow();
      meanwhile.add(
          () -> {
            recommender.react(ADA, Reaction.done(first.id()));
            house.tasks.removeIf(task -> task.id().equals(first.candidate().id()));
          });

      assertThat(recommender.tip(ADA).tip()).map(Tip::id).get().isNotEqualTo(first.id());

      assertThat(House.count(recommender, "decisions.learned")).isEqualTo(1);
      assertThat(House.count(recommender, "decisions.withdrawn")).isZero();
    }
  }

  @Test
  void consent_taken_back_while_the_sources_were_asked_holds() {
    List<Runnable> meanwhile = new ArrayList<>();
    CandidateSource own =
        CandidateSource.immediate(
            context -> {
              meanwhile.forEach(Runnable::run);
              return List.of(House.task("a"));
            });
    try (Recommender recommender = of(own)) {
      meanwhile.add(() -> recommender.profiles().consent(ADA, Consents.none()));

      assertThat(recommender.tip(ADA)).isEqualTo(new Silent(Silence.NO_CONSENT));
      assertThat(House.count(recommender, "decisions.decided")).isZero();
    }
  }

  @Test
  void a_broken_filter_costs_candidates_never_the_tip() {
    CandidateFilter broken =
        new CandidateFilter() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public boolean keeps(Candidate candidate, Context context) {
            return candidate.id().key().equals("b") || candidate.id().key().charAt(9) == 'x';
          }
        };
    House house = new House("a", "b");
    try (Recommender recommender = house.builder().filter(broken).build()) {
      assertThat(House.tip(recommender).title()).isEqualTo("Do b");
    }
  }
}
