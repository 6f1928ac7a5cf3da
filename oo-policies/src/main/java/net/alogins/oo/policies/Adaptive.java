package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * A regression that finds out by itself what it needs: a {@link Lens} brings the columns to one
 * scale by the first {@value #SETTLING} rows and lets it see what is not linear, and the {@link
 * Penalty} that the rows make most probable says how much of either there is. The penalty is looked
 * for again whenever there are 1.7 times as many rows as the last time, first with {@value
 * #FIRST_LOOK}; an arm takes it over when it learns next.
 *
 * <p>A correction equals having known it from the start, but for one of the first rows that is
 * taken out once more have come: the scaling stays. Two such states do not add up, since their
 * scalings differ.
 */
final class Adaptive implements SharedPolicy<Adaptive.State> {

  private static final int SETTLING = 64;
  private static final int FIRST_LOOK = 150;
  private static final int MOST_LOOKED_AT = 8;
  private static final int STEPS = 3;

  /** A row that was learned. */
  private record Seen(String arm, DoubleColumn row, double value) {}

  /**
   * What was learned.
   *
   * @param range what rewards are scaled by
   * @param lens how rows are seen
   * @param first all rows, as long as the scaling comes from them
   * @param rows how many rows there were
   * @param penalty under which arms learn
   * @param arms those with rows
   */
  record State(
      RewardRange range, Lens lens, List<Seen> first, long rows, Penalty penalty, Arms arms) {

    State {
      first = List.copyOf(first);
    }

    private boolean isSettling() {
      return rows == first.size();
    }

    private State under(Penalty next) {
      return new State(range, lens, first, rows, next, arms);
    }

    private State changed(Seen seen, int weight) {
      double[] penalties = lens.penalties(penalty);
      Ridge arm = arms.of(seen.arm(), () -> Ridge.empty(penalties)).under(penalties);
      Ridge.Learning learning =
          arm.learning().row(lens.see(Doubles.of(seen.row())), seen.value(), weight);
      return new State(range, lens, first, rows, penalty, arms.with(seen.arm(), learning.done()));
    }

    /** With one more row. */
    private State after(Seen seen) {
      boolean isFirst = rows < SETTLING;
      List<Seen> next = new ArrayList<>(isFirst ? first : List.of());
      if (isFirst) {
        next.add(seen);
      }
      return isFirst && Integer.bitCount(next.size()) == 1
          ? settled(next)
          : new State(range, lens, next, rows + 1, penalty, arms).changed(seen, 1);
    }

    /** As it is after these rows alone; they are scaled anew each time their number doubles. */
    private State settled(List<Seen> all) {
      Lens scaled =
          lens.scaledBy(
              all.stream().limit(Integer.highestOneBit(all.size())).map(Seen::row).toList());
      State next =
          new State(range, scaled, all, all.size(), penalty, new Arms(arms.isEach(), Map.of()));
      for (Seen seen : all) {
        next = next.changed(seen, 1);
      }
      return next;
    }

    /** With another row, or none, in the place of one. */
    private State corrected(Seen was, Optional<Seen> now) {
      int place = isSettling() ? first.indexOf(was) : -1;
      if (place >= 0) {
        List<Seen> all = new ArrayList<>(first);
        all.remove(place);
        now.ifPresent(seen -> all.add(place, seen));
        return settled(all);
      }
      State without = changed(was, -1);
      return now.map(seen -> without.changed(seen, 1)).orElse(without);
    }

    private Seen seen(First experience) {
      return seen(
          experience.occasion().candidate(),
          DoubleColumn.of(experience.occasion().row()),
          range.scale(experience.reward()));
    }

    private Seen seen(CandidateId candidate, DoubleColumn row, double value) {
      return new Seen(arms.name(candidate), row, value);
    }

    /** After one more row of a candidate, {@code value} in units of the range's width. */
    State with(CandidateId candidate, DoubleColumn row, double value) {
      State next = after(seen(candidate, row, value));
      return isLook(next.rows()) ? next.under(mostProbable(next)) : next;
    }

    /** As if that row had never been. */
    State without(CandidateId candidate, DoubleColumn row, double value) {
      return corrected(seen(candidate, row, value), Optional.empty());
    }
  }

  private final Exploration exploration;

  Adaptive(Exploration exploration) {
    this.exploration = exploration;
  }

  @Override
  public String name() {
    return "adaptive-" + exploration.name();
  }

  @Override
  public State initial(FeatureSchema schema, RewardRange range) {
    return new State(
        range, Lens.of(schema.width()), List.of(), 0, Penalty.START, Arms.none(schema));
  }

  @Override
  public Ranking rank(State state, Slate slate, RandomGenerator random) {
    Lens lens = state.lens();
    Belief belief =
        state.arms().belief(slate, lens::see, () -> Ridge.empty(lens.penalties(state.penalty())));
    return exploration.rank(belief, random);
  }

  @Override
  public State learn(State state, List<Experience> batch) {
    State next = state;
    for (Experience experience : batch) {
      next = learned(next, experience);
    }
    return next;
  }

  private static State learned(State state, Experience experience) {
    if (experience instanceof Corrected corrected) {
      Optional<Seen> now =
          corrected.now().map(reward -> state.seen(new First(corrected.occasion(), reward)));
      return state.corrected(state.seen(corrected.was()), now);
    }
    First first = (First) experience;
    return state.with(
        first.occasion().candidate(),
        DoubleColumn.of(first.occasion().row()),
        state.range().scale(first.reward()));
  }

  private static boolean isLook(long rows) {
    long look = FIRST_LOOK;
    while (look < rows) {
      look += look * 7 / 10;
    }
    return look == rows;
  }

  /**
   * The penalty that makes most probable what the arms with the most rows have seen, at most
   * {@value #STEPS} steps away.
   */
  private static Penalty mostProbable(State state) {
    List<Ridge> largest =
        new TreeMap<>(state.arms().models())
            .values().stream()
                .sorted(Comparator.comparingLong(Ridge::rows).reversed())
                .limit(MOST_LOOKED_AT)
                .toList();
    Penalty best = state.penalty();
    for (int step = 0; step < STEPS; step++) {
      Penalty next = better(state.lens(), largest, best);
      if (next.equals(best)) {
        return best;
      }
      best = next;
    }
    return best;
  }

  /** The most probable of {@code penalty} and those near it. */
  private static Penalty better(Lens lens, List<Ridge> arms, Penalty penalty) {
    Penalty best = penalty;
    double most = Double.NEGATIVE_INFINITY;
    for (Penalty near : lens.near(penalty)) {
      double[] penalties = lens.penalties(near);
      double evidence = arms.stream().mapToDouble(arm -> arm.evidence(penalties)).sum();
      if (evidence > most) {
        most = evidence;
        best = near;
      }
    }
    return best;
  }

  @Override
  public void write(State state, DataOutput out) throws IOException {
    out.writeLong(state.rows());
    out.writeDouble(state.penalty().linear());
    out.writeDouble(state.penalty().random());
    state.lens().scaling().write(out);
    out.writeInt(state.first().size());
    for (Seen seen : state.first()) {
      out.writeUTF(seen.arm());
      Doubles.write(Doubles.of(seen.row()), out);
      out.writeDouble(seen.value());
    }
    state.arms().write(out);
  }

  @Override
  public State read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    long rows = in.readLong();
    Penalty penalty = new Penalty(in.readDouble(), in.readDouble());
    Lens lens = Lens.of(schema.width()).with(Scaling.read(schema.width(), in));
    List<Seen> first = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String arm = in.readUTF();
      DoubleColumn row = DoubleColumn.of(Doubles.read(schema.width(), in));
      first.add(new Seen(arm, row, in.readDouble()));
    }
    return new State(range, lens, first, rows, penalty, Arms.read(schema, in));
  }
}
