package net.alogins.oo.policies.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The people of a world: what they have to do, what they like, and how that changes. Everything
 * random in it is one stream, in one order.
 */
final class World {

  private static final int MOST_CHORES = 10;
  private static final int LONGEST_OPEN = 14;
  private static final double[] PRIORITY = {-.4, -.1, .3, .7};
  private static final double[] DUE = {.8, .5, .1, -.3};
  private static final double NEVER = -99;
  private static final int WORK = 2;
  private static final double RECENT_HOURS = 2;

  /** One person's likes and list. */
  private static final class Person {

    private final double usual;
    private final double[] kinds = new double[Chore.KINDS];
    private final double[][] kindsByHour = new double[Chore.KINDS][Moment.BUCKETS];
    private final double[] durations = new double[Chore.DURATIONS];
    private final double[] fatigue = new double[Chore.KINDS];
    private final List<Listed> list = new ArrayList<>();
    private int shift;
    private int chores;
    private double lastShown = NEVER;

    Person(SplittableRandom random) {
      usual = -1.2 + .5 * gaussian(random);
      for (int kind = 0; kind < Chore.KINDS; kind++) {
        kinds[kind] = .9 * gaussian(random);
        fill(kindsByHour[kind], .6, random);
      }
      fill(durations, .5, random);
    }
  }

  /** A chore on somebody's list. */
  private record Listed(Chore chore, int born) {}

  private final Scenario scenario;
  private final SplittableRandom random;
  private final double[][] kindsByHour = new double[Chore.KINDS][Moment.BUCKETS];
  private final double[][] durationsByHour = new double[Chore.DURATIONS][Moment.BUCKETS];
  private final double[] kinds = new double[Chore.KINDS];
  private final Person[] people;

  World(Scenario scenario, int seed) {
    this.scenario = scenario;
    this.random = new SplittableRandom(1_000_003L * seed + 17);
    for (double[] row : kindsByHour) {
      fill(row, .7, random);
    }
    for (double[] row : durationsByHour) {
      fill(row, .5, random);
    }
    fill(kinds, .5, random);
    this.people = new Person[scenario.people()];
    Arrays.setAll(people, i -> new Person(random));
  }

  private static void fill(double[] values, double deviation, SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = deviation * gaussian(random);
    }
  }

  /** Box and Muller 1958, one of the two. */
  private static double gaussian(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    double w = random.nextDouble();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * w);
  }

  double nextDouble() {
    return random.nextDouble();
  }

  double nextGaussian() {
    return gaussian(random);
  }

  /** A night: likes drift, weariness fades, and lists are filled again. */
  void dawn(int day) {
    if (scenario.isWalking()) {
      for (Person person : people) {
        for (int kind = 0; kind < Chore.KINDS; kind++) {
          person.kinds[kind] += .08 * gaussian(random);
        }
      }
    }
    if (scenario.isShifting() && day == scenario.days() / 2) {
      for (Person person : people) {
        shift(person);
      }
    }
    for (Person person : people) {
      for (int kind = 0; kind < Chore.KINDS; kind++) {
        person.fatigue[kind] *= .7;
      }
    }
    for (Person person : people) {
      refill(person, day);
    }
  }

  private void shift(Person person) {
    if (random.nextDouble() < .4) {
      person.shift = 2;
      fill(person.kinds, .9, random);
    }
  }

  private void refill(Person person, int day) {
    person.list.removeIf(listed -> day > listed.born + LONGEST_OPEN);
    while (person.list.size() < MOST_CHORES) {
      int kind = random.nextInt(Chore.KINDS);
      int duration = random.nextInt(Chore.DURATIONS);
      int priority = random.nextInt(Chore.PRIORITIES);
      int due = random.nextInt(Chore.DUES);
      Chore chore = new Chore(person.chores++, kind, duration, priority, due, false);
      person.list.add(new Listed(chore, day));
    }
  }

  /** What somebody has to do. */
  List<Chore> chores(int person) {
    return people[person].list.stream().map(Listed::chore).toList();
  }

  Moment moment(int person, int day, int slot) {
    double now = new Moment(day, slot, false).hours();
    return new Moment(day, slot, now - people[person].lastShown < RECENT_HOURS);
  }

  /** How somebody would react to a chore. */
  Chances chances(int person, Chore chore, Moment moment) {
    Person who = people[person];
    int hour = (moment.bucket() + who.shift) % Moment.BUCKETS;
    double utility =
        who.usual
            + kinds[chore.kind()]
            + kindsByHour[chore.kind()][hour]
            + durationsByHour[chore.duration()][hour]
            + who.kinds[chore.kind()]
            + who.kindsByHour[chore.kind()][hour]
            + who.durations[chore.duration()]
            + PRIORITY[chore.priority()]
            + DUE[chore.due()];
    if (moment.isWeekend() && chore.kind() < WORK) {
      utility -= 1;
    }
    utility -= who.fatigue[chore.kind()];
    if (moment.isRecent()) {
      utility -= .5;
    }
    return Chances.of(utility);
  }

  /** A tip was given, and this will come of it. */
  void show(Player.Tip tip, Outcome outcome) {
    Person who = people[tip.person()];
    boolean isOver = outcome == Outcome.DONE || outcome == Outcome.DISMISSED;
    for (int i = 0; i < who.list.size(); i++) {
      Listed listed = who.list.get(i);
      if (listed.chore().number() == tip.chore().number()) {
        who.list.set(i, new Listed(listed.chore().shown(), listed.born()));
      }
    }
    if (isOver) {
      who.list.removeIf(listed -> listed.chore().number() == tip.chore().number());
    }
    who.fatigue[tip.chore().kind()] += outcome == Outcome.DISMISSED ? .6 : .15;
    who.lastShown = tip.moment().hours();
  }
}
