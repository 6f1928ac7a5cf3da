package net.alogins.oo.benchmarks.judge;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.llm.Situation;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.tip.Decision;

/**
 * What could be told of a tip when it was chosen, and nothing that came later: a recommender over a
 * copy of the person's rows before it is asked at that moment, and nothing is written here.
 *
 * @param stores what was kept
 * @param zone where clocks hang of those who have not said it
 */
record Hindsight(Stores stores, ZoneId zone) {

  private static final int PAGE = 1_000;

  /**
   * A tip as a model is told of it.
   *
   * @param situation its words, by the rules of all prompts
   * @param score what the policy thought of it
   * @param day when it was, in whole days of UTC
   */
  record Told(Situation situation, double score, long day) {}

  Told of(Ended tip) {
    Decided decided = decided(tip);
    Candidate candidate = new Decision(decided).tip().candidate();
    return new Told(
        Situation.of(context(tip, decided), List.of(candidate)),
        decided.slate().scores().get(decided.chosen()),
        decided.at().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
  }

  private Decided decided(Ended tip) {
    return stores.log().about(tip.user(), tip.tip()).stream()
        .map(Recorded::event)
        .filter(Decided.class::isInstance)
        .map(Decided.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a tip must have a decision"));
  }

  private Context context(Ended tip, Decided decided) {
    List<Context> seen = new ArrayList<>();
    CandidateSource looking =
        CandidateSource.immediate(
            context -> {
              seen.add(context);
              return List.of();
            });
    try (Recommender copy =
        Recommender.from(looking)
            .choosingWith(Policies.named("uniform"))
            .stores(before(tip))
            .zone(zone)
            .clock(Clock.fixed(decided.at(), ZoneOffset.UTC))
            .build()) {
      copy.tip(tip.user());
    }
    return seen.get(0);
  }

  /** The person's rows before the tip was chosen, and their preferences. */
  private Stores before(Ended tip) {
    Stores copy = Stores.inMemory();
    EventLog log = stores.log();
    List<Recorded> page = log.read(tip.user(), log.trimmed(), PAGE);
    while (!page.isEmpty()) {
      copy.log()
          .append(page.stream().filter(row -> row.seq() < tip.seq()).map(Recorded::event).toList());
      long last = page.get(page.size() - 1).seq();
      page = last < tip.seq() ? log.read(tip.user(), last, PAGE) : List.of();
    }
    stores.profiles().find(tip.user()).ifPresent(own -> copy.profiles().save(tip.user(), own));
    return copy;
  }
}
