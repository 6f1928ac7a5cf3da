package net.alogins.oo.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;

/** What has to be when everything behind the path was done: scores written, the outside told. */
final class Aftermath {

  private static final Duration TICK = Duration.ofSeconds(31);

  private final Machine machine;
  private final Learner learner;
  private final Time time;

  Aftermath(Machine machine, Learner learner, Time time) {
    this.machine = machine;
    this.learner = learner;
    this.time = time;
  }

  /** The scores are a projection of the log, and the outside knows what all answers amount to. */
  void check(List<Recorded> rows) {
    rows.forEach(this::projected);
    said(rows).forEach(this::told);
  }

  private void projected(Recorded row) {
    if (isKept(row) && row.event() instanceof Decided decided) {
      List<Double> scores =
          machine.stores().scores().of(decided.user(), decided.tip()).stream()
              .filter(score -> score.policy().equals(decided.by().policy()))
              .map(TipScore::score)
              .toList();
      boolean isWhole = scores.size() == decided.slate().size();
      for (int i = 0; isWhole && i < scores.size(); i++) {
        isWhole = scores.get(i) == decided.slate().scores().get(i);
      }
      Violation.unless(isWhole, "D5", "the scores of row %d are not its projection", row.seq());
    }
  }

  /** Whether a row is not about to be trimmed. */
  private boolean isKept(Recorded row) {
    return row.event().at().plus(machine.retention()).isAfter(time.now());
  }

  /** What was said to each tip by whose it is. */
  private static Map<TipId, List<Event>> said(List<Recorded> rows) {
    Map<TipId, List<Event>> said = new LinkedHashMap<>();
    for (Recorded row : rows) {
      Event event = row.event();
      if (event instanceof Decided decided) {
        said.put(decided.tip(), new ArrayList<>(List.of(event)));
      } else if (event.about().isPresent()) {
        List<Event> mine = said.getOrDefault(event.about().get(), new ArrayList<>());
        if (mine.stream().allMatch(other -> other.user().equals(event.user()))) {
          mine.add(event);
        }
      }
    }
    return said;
  }

  private void told(TipId tip, List<Event> said) {
    Set<ReactionId> dones =
        said.stream()
            .filter(event -> event instanceof Reacted answer && answer.kind() == Kind.DONE)
            .map(event -> ((Reacted) event).id())
            .collect(Collectors.toSet());
    boolean isTold = !dones.isEmpty();
    for (Event event : said) {
      if (event instanceof Retracted undo) {
        dones.remove(undo.target());
      }
    }
    Optional<Boolean> expected = isTold ? Optional.of(!dones.isEmpty()) : Optional.empty();
    Violation.unless(
        expected.equals(machine.errands().told(tip)),
        "D5",
        "%s is done: %s, but the outside was told %s",
        tip,
        expected,
        machine.errands().told(tip));
  }

  /** Every score of {@code rows}, also those that shadows gave, is what a fresh one writes. */
  void replayed(List<Recorded> rows) {
    new Twin(learner, time, CandidateSource.immediate(context -> List.of()))
        .ask(
            machine.witness().history(),
            asked -> {
              for (int tick = 0; tick < 2; tick++) {
                time.elapse(TICK);
                asked.agenda().runDue();
              }
              rows.forEach(row -> replayed(row, asked.stores().scores()));
              return rows;
            });
  }

  private void replayed(Recorded row, TipScores fresh) {
    if (isKept(row) && row.event() instanceof Decided decided) {
      List<TipScore> scores = machine.stores().scores().of(decided.user(), decided.tip());
      Violation.unless(
          scores.equals(fresh.of(decided.user(), decided.tip()))
              && scores.size() == decided.slate().size() * (1 + learner.shadows().size()),
          "D15",
          "the scores of row %d are not those of a replay",
          row.seq());
    }
  }
}
