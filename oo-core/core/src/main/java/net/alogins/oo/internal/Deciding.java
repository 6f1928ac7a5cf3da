package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.tip.Decision;

/** The middle of the path: candidates become a slate, a ranking, a draw, a decision. */
final class Deciding {

  private static final Log LOG = new Log(Deciding.class);
  private static final int MOST_REASONS = 5;

  /** What the log keeps of candidates beside their ids and numbers. */
  private record Named(List<CandidateId> of, List<String> kinds, List<Decided.Origin> origins) {}

  private final Settings.Path path;

  /** Those of the latest decision: of the same candidates they are the same. */
  private volatile Named latest = new Named(List.of(), List.of(), List.of());

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
    watch.mark(Stopwatch.FEATURES);
    Choice choice = choose(tip, slate, view);
    watch.mark(Stopwatch.RANKING);
    return new Decided(
        context.user(),
        now,
        tip,
        new Decided.Times(
            now.plus(path.lifetime()), now.plus(Rules.JOIN_WINDOW), now.plus(Rules.AMEND_HORIZON)),
        new Decided.By(choice.policy(), path.features().schema().fingerprint(), view.seq()),
        columns(slate, screened.kept(), choice.ranking()),
        choice.chosen(),
        choice.exploration(),
        Decision.card(screened.kept().get(choice.chosen())),
        choice.reasons(),
        screened.removed(),
        gathered.missing(),
        watch.stages(gathered.ranges()));
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

  private Decided.Slate columns(Slate slate, List<Candidate> kept, Ranking ranking) {
    Named named = named(slate.candidates(), kept);
    return new Decided.Slate(
        named.of(),
        named.kinds(),
        named.origins(),
        slate.context(),
        slate.features(),
        ranking.scores(),
        ranking.propensities());
  }

  @SuppressWarnings("ReferenceEquality") // the same list is of candidates that were encoded once
  private Named named(List<CandidateId> ids, List<Candidate> kept) {
    Named known = latest;
    if (known.of() != ids) {
      String[] kinds = new String[ids.size()];
      Decided.Origin[] origins = new Decided.Origin[ids.size()];
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = kept.get(i).kind();
        origins[i] = Decision.origin(kept.get(i));
      }
      known = new Named(ids, List.of(kinds), List.of(origins));
      latest = known;
    }
    return known;
  }
}
