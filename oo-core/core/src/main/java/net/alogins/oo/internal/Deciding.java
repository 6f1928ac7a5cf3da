package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.tip.Decision;

/** The middle of the path: candidates become a slate, a ranking, a draw, a decision. */
final class Deciding {

  private static final Log LOG = new Log(Deciding.class);
  private static final int MOST_REASONS = 5;

  private final Settings.Path path;

  /** What is the same in the next one is not kept twice. */
  private volatile Optional<Decided> latest = Optional.empty();

  /**
   * Decides.
   *
   * @param path what makes candidates numbers, and how long a tip stays open
   */
  Deciding(Settings.Path path) {
    this.path = path;
  }

  /** A ranking, and who made it. */
  private record Ranked(Ranking ranking, String policy) {}

  /**
   * What was chosen from a slate.
   *
   * @param policy who ranked
   * @param ranking how
   * @param chosen index into the slate
   * @param exploration whether another candidate had a larger score
   * @param reasons the features that spoke loudest for it
   */
  record Choice(
      String policy,
      Ranking ranking,
      int chosen,
      boolean exploration,
      List<Decided.Reason> reasons) {}

  /** The choice for {@code tip}: a function of its arguments alone, so it can be made again. */
  static Choice choose(TipId tip, Slate slate, View view) {
    Ranked ranked = rank(tip, slate, view);
    Ranking ranking = ranked.ranking();
    int chosen = Draw.from(ranking, Stream.draw(tip, ranked.policy()));
    boolean isBeaten = ranking.scores().get(ranking.best()) > ranking.scores().get(chosen);
    List<Decided.Reason> reasons = reasons(slate, view, chosen);
    return new Choice(ranked.policy(), ranking, chosen, isBeaten, reasons);
  }

  Decided decide(
      TipId tip,
      Context context,
      Gathering.Gathered gathered,
      Screened screened,
      View view,
      Stopwatch watch) {
    var now = context.now();
    Slate slate = path.features().slate(context, screened.kept());
    watch.mark("features");
    Choice choice = choose(tip, slate, view);
    watch.mark("ranking");
    Decided.Times times =
        new Decided.Times(
            now.plus(path.lifetime()), now.plus(Rules.JOIN_WINDOW), now.plus(Rules.AMEND_HORIZON));
    Decided decided =
        new Decided(
            context.user(),
            same(Decided::at, now),
            tip,
            same(Decided::times, times),
            new Decided.By(choice.policy(), path.features().schema().fingerprint(), view.seq()),
            columns(slate, screened.kept(), choice.ranking()),
            choice.chosen(),
            choice.exploration(),
            same(Decided::card, Decision.card(screened.kept().get(choice.chosen()))),
            choice.reasons(),
            screened.removed(),
            gathered.missing(),
            same(Decided::stages, watch.stages(gathered.ranges())));
    latest = Optional.of(decided);
    return decided;
  }

  private static Ranked rank(TipId tip, Slate slate, View view) {
    String name = view.model().name();
    try {
      Ranking ranking = view.model().rank(view.person().own(), slate, Stream.rank(tip, name));
      if (ranking.size() == slate.size()) {
        return new Ranked(ranking, name);
      }
      LOG.warning("policy " + name + " must rank every candidate once");
    } catch (RuntimeException broken) {
      LOG.warning("policy " + name + " could not rank", broken);
    }
    return new Ranked(uniform(slate.size()), Engine.FALLBACK);
  }

  private static Ranking uniform(int size) {
    return Ranking.of(
        new double[size], DoubleStream.generate(() -> 1.0 / size).limit(size).toArray());
  }

  private static List<Decided.Reason> reasons(Slate slate, View view, int chosen) {
    try {
      return loudest(view.model().explain(view.person().own(), slate, chosen));
    } catch (RuntimeException broken) {
      LOG.warning("policy could not explain", broken);
      return List.of();
    }
  }

  /** Of equals the first. */
  private static List<Decided.Reason> loudest(List<Contribution> all) {
    List<Decided.Reason> loudest = new ArrayList<>(MOST_REASONS + 1);
    for (Contribution each : all) {
      double loud = StrictMath.abs(each.amount());
      int at = loudest.size();
      while (at > 0 && loud > StrictMath.abs(loudest.get(at - 1).amount())) {
        at--;
      }
      if (loud != 0 && at < MOST_REASONS) {
        loudest.add(at, new Decided.Reason(each.feature(), each.amount()));
        loudest.subList(Math.min(loudest.size(), MOST_REASONS), loudest.size()).clear();
      }
    }
    return loudest;
  }

  @SuppressWarnings("ReferenceEquality") // the same list is of candidates that were encoded once
  private Decided.Slate columns(Slate slate, List<Candidate> kept, Ranking ranking) {
    Optional<Decided.Slate> alike =
        latest.map(Decided::slate).filter(before -> before.candidates() == slate.candidates());
    return new Decided.Slate(
        slate.candidates(),
        alike.map(Decided.Slate::kinds).orElseGet(() -> each(kept, Candidate::kind)),
        alike.map(Decided.Slate::origins).orElseGet(() -> each(kept, Decision::origin)),
        same(before -> before.slate().context(), slate.context()),
        slate.features(),
        ranking.scores(),
        ranking.propensities());
  }

  private static <T> List<T> each(List<Candidate> kept, Function<Candidate, T> part) {
    return kept.stream().map(part).collect(Collectors.toUnmodifiableList());
  }

  /** {@code part}, or that of the latest decision if it is equal. */
  private <T> T same(Function<Decided, T> of, T part) {
    Optional<Decided> before = latest;
    if (before.isEmpty()) {
      return part;
    }
    T known = of.apply(before.get());
    return known.equals(part) ? known : part;
  }
}
