package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two live prompts, one person, and the whole way from a prompt to what it has earned. */
class PromptEarningsTest {

  private static final UserId ADA = new UserId("ada");

  private final FakeLlm fake = FakeLlm.start();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T09:00:00Z"));
  private final Stores stores = Stores.inMemory();
  private final AtomicInteger day = new AtomicInteger();
  private final PromptEarnings earnings = PromptEarnings.in(stores.log(), RewardRule.standard());
  private final CandidateSource chores =
      CandidateSource.immediate(
          context -> List.of(Candidate.of("chores", "1", "Chore of day " + day.get())));
  private final LlmSource llm =
      LlmSource.from(Models.at(fake.base()))
          .beside(chores)
          .prompts(Prompts.builtIn(List.of("first-step-1", "beside-1")))
          .earnings(earnings)
          .randomness(new SplittableRandom(1))
          .patience(Duration.ofSeconds(20))
          .budget(new Budget(1_000, 10_000_000))
          .suggestions(1)
          .clock(clock)
          .open();
  private final Recommender recommender =
      Recommender.from(llm)
          .choosingWith(Policies.standard())
          .stores(stores)
          .consents(Consents.standard().and(Purpose.LLM))
          .deadline(Duration.ofSeconds(20))
          .clock(clock)
          .randomness(new SplittableRandom(2))
          .build();

  @AfterEach
  void close() {
    recommender.close();
    llm.close();
    fake.close();
  }

  /** The prompt beside the list makes better suggestions; each is of its day. */
  private void answerByPrompt() {
    fake.answer(
        (exchange, asked, server) ->
            FakeLlm.suggesting(
                    (asked.message(0).contains("beside a list") ? "Good" : "Poor")
                        + " suggestion of day "
                        + day.get())
                .answer(exchange, asked, server));
  }

  /** A day: the tip is refused if it is poor, and done if it is good. */
  private void live(int days) {
    for (int i = 0; i < days; i++) {
      day.incrementAndGet();
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      recommender.react(
          ADA,
          tip.title().startsWith("Good") ? Reaction.done(tip.id()) : Reaction.dismiss(tip.id()));
      clock.advance(Duration.ofHours(25));
    }
  }

  private List<Decided> decisions() {
    return Recorded.events(Decided.class, stores.log().read(0, 10_000)).toList();
  }

  @Test
  void the_better_prompt_is_used_and_the_decisions_say_with_what_probability() {
    answerByPrompt();

    live(150);

    List<Arm> arms =
        decisions().stream()
            .map(decided -> Arm.parse(decided.slate().origins().get(decided.chosen()).prompt()))
            .toList();
    assertThat(arms).allMatch(arm -> arm.propensity() < 1);
    assertThat(arms.subList(75, 150).stream().filter(a -> a.version().equals("beside-1")).count())
        .isGreaterThan(55);
    assertThat(earnings.report())
        .extracting(Earned::version)
        .containsExactly("beside-1", "first-step-1");
    Earned difference = earnings.difference("beside-1", "first-step-1");
    assertThat(difference.mean()).isBetween(1.2, 1.6);
  }

  @Test
  void what_was_earned_is_the_same_when_it_is_read_anew() {
    answerByPrompt();
    live(20);
    Tip tip = recommender.tip(ADA).tip().orElseThrow();
    var done = Reaction.done(tip.id());
    recommender.react(ADA, done);
    earnings.report();
    recommender.react(ADA, done.undo());

    assertThat(earnings.report())
        .isEqualTo(PromptEarnings.in(stores.log(), RewardRule.standard()).report());
    assertThat(earnings.report().stream().mapToLong(Earned::decisions).sum()).isEqualTo(20);
  }

  @Test
  void a_version_stays_for_a_generation() {
    fake.answer(FakeLlm.suggesting("Stretch"));
    for (int i = 0; i < 20; i++) {
      recommender.tip(ADA);
      clock.advance(Duration.ofMinutes(5));
    }

    Set<String> prompts =
        decisions().stream()
            .map(decided -> decided.slate().origins().get(0).prompt())
            .collect(Collectors.toSet());
    assertThat(prompts).hasSize(1);
    assertThat(fake.asked()).hasSize(1);
  }
}
