package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static net.alogins.oo.testkit.House.BOB;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.tip.Advice.Served;

/** Two people who do with a recommender whatever they are told to, and note what it said. */
final class Life {

  /** What can happen. */
  enum Move {
    ASK,
    ASK_TOO,
    DONE,
    DISMISS,
    SNOOZE,
    UNDO,
    SAY_AGAIN,
    CONTRADICT,
    ANSWER_A_FOREIGN_TIP,
    ANSWER_AN_UNKNOWN_TIP,
    WAIT_MINUTES,
    WAIT_HOURS,
    WAIT_A_DAY,
    WAIT_A_WEEK,
    ALLOW_NOTHING,
    ALLOW_RECOMMENDING,
    ALLOW_THE_USUAL,
    NEW_TASK,
    TASK_GONE
  }

  /**
   * One thing that happens.
   *
   * @param move what
   * @param which to which person, tip or answer
   */
  record Step(Move move, int which) {}

  /** An answer, and who gave it. */
  private record Said(UserId user, Answer answer) {}

  final House house = new House("a", "b", "c");
  private final List<Said> said = new ArrayList<>();
  private final List<TipId> adas = new ArrayList<>();
  private final List<TipId> bobs = new ArrayList<>();
  private final Map<Receipt, Integer> answers = new EnumMap<>(Receipt.class);
  private int decided;
  private int presses;

  /** A recommender without a thread behind the path, so that nothing happens by itself. */
  Recommender recommender() {
    return house
        .builder(new Remembering())
        .scheduler(new ScheduledThreadPoolExecutor(1, work -> null))
        .build();
  }

  int decided() {
    return decided;
  }

  /** How many answers were told, undos not among them. */
  int answers() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often an answer, not an undo, got this receipt. */
  int answers(Receipt receipt) {
    return answers.getOrDefault(receipt, 0);
  }

  void take(Recommender recommender, Step step) {
    UserId user = step.which() % 2 == 0 ? ADA : BOB;
    switch (step.move()) {
      case ASK, ASK_TOO -> ask(recommender, user);
      case DONE, DISMISS, SNOOZE -> answer(recommender, user, step);
      case UNDO, SAY_AGAIN, CONTRADICT -> comeBack(recommender, step);
      case ANSWER_A_FOREIGN_TIP -> {
        if (!tips(user).isEmpty()) {
          say(recommender, user.equals(ADA) ? BOB : ADA, Reaction.done(tips(user).get(0)));
        }
      }
      case ANSWER_AN_UNKNOWN_TIP ->
          say(recommender, user, Reaction.dismiss(new TipId(0, step.which())));
      case WAIT_MINUTES -> house.clock.advance(Duration.ofMinutes(1 + step.which()));
      case WAIT_HOURS -> house.clock.advance(Duration.ofHours(1 + step.which() % 12));
      case WAIT_A_DAY -> house.clock.advance(Duration.ofDays(1));
      case WAIT_A_WEEK -> house.clock.advance(Duration.ofDays(7));
      case ALLOW_NOTHING -> recommender.profiles().consent(user, Consents.none());
      case ALLOW_RECOMMENDING ->
          recommender.profiles().consent(user, Consents.of(Purpose.RECOMMEND));
      case ALLOW_THE_USUAL -> recommender.profiles().consent(user, Consents.standard());
      case NEW_TASK -> house.tasks.add(House.task("task-" + presses++));
      case TASK_GONE -> {
        if (!house.tasks.isEmpty()) {
          house.tasks.remove(step.which() % house.tasks.size());
        }
      }
    }
  }

  private List<TipId> tips(UserId user) {
    return user.equals(ADA) ? adas : bobs;
  }

  private void ask(Recommender recommender, UserId user) {
    if (recommender.tip(user) instanceof Served served && served.fresh()) {
      decided++;
      tips(user).add(0, served.served().id());
    }
  }

  private void answer(Recommender recommender, UserId user, Step step) {
    List<TipId> tips = tips(user);
    if (tips.isEmpty()) {
      return;
    }
    TipId tip = tips.get(step.which() % Math.min(3, tips.size()));
    Answer answer =
        switch (step.move()) {
          case DONE -> Reaction.done(tip);
          case DISMISS -> Reaction.dismiss(tip);
          default -> Reaction.snooze(tip, house.clock.instant().plus(Duration.ofHours(2)));
        };
    say(recommender, user, answer.id(new ReactionId("press " + presses++)));
  }

  private void say(Recommender recommender, UserId user, Answer answer) {
    said.add(0, new Said(user, answer));
    answers.merge(recommender.react(user, answer), 1, Integer::sum);
  }

  private void comeBack(Recommender recommender, Step step) {
    if (said.isEmpty()) {
      return;
    }
    Said before = said.get(step.which() % Math.min(5, said.size()));
    Answer answer = before.answer();
    switch (step.move()) {
      case UNDO -> recommender.react(before.user(), answer.undo());
      case SAY_AGAIN -> answers.merge(recommender.react(before.user(), answer), 1, Integer::sum);
      default -> {
        Answer other =
            answer.until().isPresent() ? Reaction.done(answer.tip()) : snoozed(answer.tip());
        answers.merge(recommender.react(before.user(), other.id(answer.id())), 1, Integer::sum);
      }
    }
  }

  private Answer snoozed(TipId tip) {
    return Reaction.snooze(tip, house.clock.instant().plus(Duration.ofHours(1)));
  }
}
