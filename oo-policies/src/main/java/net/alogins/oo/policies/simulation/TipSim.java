package net.alogins.oo.policies.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * One life of a world: five times a day everybody may ask for a tip, and reacts to it.
 *
 * <p>Cost is people x days x 5 tips of up to ten chores, and what the player takes for them.
 */
public final class TipSim {

  private static final double ABSENT = .3;
  private static final int[] JOINED_UNTIL = {5, 20, 60, Integer.MAX_VALUE};
  private static final int BEGINNING = 20;
  private static final double LONGEST_DELAY = 72;
  private static final double IGNORED_AFTER = 24;

  /** A reaction on its way. */
  private record Coming(double hours, Player.Tip tip, Outcome outcome) {}

  private final Scenario scenario;
  private final World world;
  private final Queue<Coming> coming =
      new PriorityQueue<>(Comparator.comparingDouble(Coming::hours));
  private final Score[] days;
  private final Score[] joined = new Score[JOINED_UNTIL.length];
  private final int[] asked;
  private Score began = Score.NOTHING;
  private long tips;
  private long best;
  private long done;
  private long dismissed;

  /** A world that has not begun. */
  public TipSim(Scenario scenario, int seed) {
    this.scenario = scenario;
    this.world = new World(scenario, seed);
    this.days = new Score[scenario.days()];
    this.asked = new int[scenario.people()];
    Arrays.fill(days, Score.NOTHING);
    Arrays.fill(joined, Score.NOTHING);
  }

  /** How a player chooses who knows everything, and looks no further than the next reaction. */
  private interface Chooser {
    int choose(int person, Moment moment, List<Chore> chores, double[] values);
  }

  /** The whole life with a player; once only. */
  public Result play(Player player) {
    return play(
        (person, moment, chores, values) -> player.choose(tips, person, moment, chores), player);
  }

  /** The whole life with one who knows the expected reward of each chore, and takes the best. */
  public Result playOracle() {
    Player deaf =
        new Player() {
          @Override
          public int choose(long number, int person, Moment moment, List<Chore> chores) {
            throw new IllegalStateException("an oracle must not guess");
          }

          @Override
          public void hear(Tip tip, Outcome outcome, double hours) {}
        };
    return play((person, moment, chores, values) -> bestOf(values), deaf);
  }

  private static int bestOf(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private Result play(Chooser chooser, Player hearer) {
    if (tips > 0) {
      throw new IllegalStateException("a world must be lived once but was lived before");
    }
    for (int day = 0; day < scenario.days(); day++) {
      world.dawn(day);
      for (int slot = 0; slot < Moment.SLOTS; slot++) {
        deliver(new Moment(day, slot, false).hours(), hearer);
        for (int person = 0; person < scenario.people(); person++) {
          ask(person, day, slot, chooser, hearer);
        }
      }
    }
    return new Result(
        List.of(days),
        scenario.isJoining() ? List.of(joined) : Collections.emptyList(),
        began,
        best,
        done,
        dismissed);
  }

  private void deliver(double hours, Player hearer) {
    while (!coming.isEmpty() && coming.peek().hours() <= hours) {
      Coming next = coming.remove();
      hearer.hear(next.tip(), next.outcome(), next.hours());
    }
  }

  private void ask(int person, int day, int slot, Chooser chooser, Player hearer) {
    if (world.nextDouble() < ABSENT) {
      return;
    }
    if (scenario.isLate(person) && day < scenario.days() / 2) {
      return;
    }
    List<Chore> chores = world.chores(person);
    if (chores.isEmpty()) {
      return;
    }
    Moment moment = world.moment(person, day, slot);
    List<Chances> chances = new ArrayList<>();
    chores.forEach(chore -> chances.add(world.chances(person, chore, moment)));
    double[] values = chances.stream().mapToDouble(Chances::value).toArray();
    int chosen = chooser.choose(person, moment, chores, values);
    note(person, day, chosen, values);
    react(new Player.Tip(tips++, person, moment, chores.get(chosen)), chances.get(chosen), hearer);
  }

  private void note(int person, int day, int chosen, double[] values) {
    int top = bestOf(values);
    double average = 0;
    for (double value : values) {
      average += value / values.length;
    }
    best += chosen == top ? 1 : 0;
    days[day] = days[day].plus(values[chosen], values[top], average);
    int before = asked[person]++;
    if (before < BEGINNING) {
      began = began.plus(values[chosen], values[top], average);
    }
    if (scenario.isLate(person)) {
      int stage = 0;
      while (before >= JOINED_UNTIL[stage]) {
        stage++;
      }
      joined[stage] = joined[stage].plus(values[chosen], values[top], average);
    }
  }

  private void react(Player.Tip tip, Chances chances, Player hearer) {
    Outcome outcome = chances.outcome(world.nextDouble());
    done += outcome == Outcome.DONE ? 1 : 0;
    dismissed += outcome == Outcome.DISMISSED ? 1 : 0;
    world.show(tip, outcome);
    double now = tip.moment().hours();
    double delay = scenario.isDelayed() ? delay(tip.chore(), outcome) : 0;
    if (delay <= 0) {
      hearer.hear(tip, outcome, now);
    } else {
      coming.add(new Coming(now + delay, tip, outcome));
    }
  }

  /** In hours, log-normal about a median. */
  private double delay(Chore chore, Outcome outcome) {
    if (outcome == Outcome.IGNORED) {
      return IGNORED_AFTER;
    }
    double median = .02;
    if (outcome == Outcome.DONE) {
      median = 1 + chore.duration() * .8;
    } else if (outcome == Outcome.SNOOZED) {
      median = .05;
    }
    return Math.min(LONGEST_DELAY, median * Math.exp(.9 * world.nextGaussian()));
  }
}
