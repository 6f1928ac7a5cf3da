package net.alogins.oo.simulator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.memory.InMemoryTipScores;

/** A recommender that never lived through anything: it learns from a log, and has nothing else. */
final class Twin {

  private static final int SEED = 23;

  private final Learner learner;
  private final Time time;
  private final CandidateSource source;

  Twin(Learner learner, Time time, CandidateSource source) {
    this.learner = learner;
    this.time = time;
    this.source = source;
  }

  /** What {@code question} finds out from one that has learned {@code rows}. */
  <A> A ask(List<Recorded> rows, Function<Asked, A> question) {
    SimulatedLog log = SimulatedLog.holding(rows.stream().<Event>map(Recorded::event).toList());
    Stores stores =
        new Stores(
            log, new InMemoryProfileStore(), new InMemoryTipScores(), new InMemoryStateStore());
    Agenda agenda = new Agenda(time);
    Builder builder =
        Recommender.from(source)
            .choosingWith(learner.policy())
            .features(Sight.few())
            .stores(stores)
            .clock(time.wall())
            .ticker(time::nanos)
            .randomness(new SplittableRandom(SEED))
            .executor(new Agenda(time))
            .scheduler(agenda);
    learner.shadows().forEach(builder::shadow);
    try (Recommender recommender = builder.build()) {
      return question.apply(new Asked(recommender, stores, agenda));
    }
  }

  /**
   * One that can be asked.
   *
   * @param recommender it
   * @param stores all that it knows
   * @param agenda what it has to do behind the path
   */
  record Asked(Recommender recommender, Stores stores, Agenda agenda) {}
}
