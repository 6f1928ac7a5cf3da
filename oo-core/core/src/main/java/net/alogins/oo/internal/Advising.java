package net.alogins.oo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Decision;
import net.alogins.oo.tip.Silence;

/** The way out: context, candidates, filters, features, ranking, draw, log, tip. */
final class Advising {

  private final Outlook outlook;
  private final Withdrawing withdrawing;
  private final Gathering gathering;
  private final Deciding deciding;
  private final Locks questions = new Locks();

  Advising(Outlook outlook) {
    this.outlook = outlook;
    this.withdrawing = new Withdrawing(outlook);
    this.gathering =
        new Gathering(outlook.settings().path().sources(), outlook.settings().outside());
    this.deciding = new Deciding(outlook.settings().path());
  }

  /** One question at a time for each person, so that asking twice is not two decisions. */
  Advice tip(UserId user, Attributes attributes) {
    return questions.holding(user, () -> advise(user, attributes));
  }

  private Advice advise(UserId user, Attributes attributes) {
    Stopwatch watch = outlook.stopwatch();
    View view = outlook.view(user);
    Context context = outlook.context(user, view, attributes);
    watch.mark(Stopwatch.CONTEXT);
    withdrawSuperseded(user, view, context.now());
    Optional<Joined> open = view.person().ledger().open(context.now());
    if (!context.consents().allow(Purpose.RECOMMEND)) {
      open.ifPresent(joined -> withdraw(joined, context.now()));
      return new Advice.Silent(Silence.NO_CONSENT);
    }
    Gathering.Gathered gathered = gathering.gather(context);
    watch.mark(Stopwatch.CANDIDATES);
    Screened screened =
        Screened.by(outlook.settings().path().filters(), gathered.candidates(), context);
    watch.mark(Stopwatch.FILTERS);
    if (open.isPresent() && stands(open.get(), gathered, screened)) {
      return served(open.get().decided(), false);
    }
    open.ifPresent(joined -> withdraw(joined, context.now()));
    if (screened.kept().isEmpty()) {
      return new Advice.Silent(silence(gathered));
    }
    Decided decided = deciding.decide(outlook.newTip(), context, gathered, screened, view, watch);
    return outlook
        .turns()
        .holding(user, () -> overtaken(user).or(() -> log(decided)))
        .orElseGet(() -> advise(user, attributes));
  }

  /** What was said while the sources were asked comes first: a consent taken back, an undo. */
  private Optional<Advice> overtaken(UserId user) {
    View latest = outlook.view(user);
    return outlook.consents(latest).allow(Purpose.RECOMMEND)
        ? standing(latest)
        : Optional.of(new Advice.Silent(Silence.NO_CONSENT));
  }

  private Optional<Advice> standing(View view) {
    return view.person().ledger().open(outlook.now()).map(open -> served(open.decided(), false));
  }

  /** A candidate is gone when its source answered and did not name it. */
  private static boolean stands(Joined open, Gathering.Gathered gathered, Screened screened) {
    CandidateId candidate = open.decided().candidate();
    if (screened.kept().stream().anyMatch(c -> c.id().equals(candidate))) {
      return true;
    }
    boolean isFiltered =
        screened.removed().stream().anyMatch(removed -> removed.candidate().equals(candidate));
    return !isFiltered
        && gathered.missing().stream().anyMatch(missing -> mayHold(missing.source(), candidate));
  }

  private static boolean mayHold(String source, CandidateId candidate) {
    return source.equals(candidate.source()) || source.equals(CandidateSource.UNNAMED);
  }

  private void withdraw(Joined open, Instant now) {
    outlook.turns().holding(open.decided().user(), () -> withdrawing.open(open.decided(), now));
  }

  /** An undo that joined a transaction of the host's may have opened a second tip. */
  private void withdrawSuperseded(UserId user, View view, Instant now) {
    if (!view.person().ledger().superseded(now).isEmpty()) {
      outlook.turns().holding(user, () -> withdrawing.superseded(user, now));
    }
  }

  private static Silence silence(Gathering.Gathered gathered) {
    Silence none = gathered.missing().isEmpty() ? Silence.NO_CANDIDATES : Silence.SOURCES_MISSING;
    return gathered.candidates().isEmpty() ? none : Silence.ALL_FILTERED;
  }

  /** Empty if another process was ahead: then this question was asked too early. */
  private Optional<Advice> log(Decided decided) {
    boolean isNew = outlook.log().append(List.of(decided)).get(0).outcome() != Outcome.CONFLICT;
    if (!isNew && outlook.view(decided.user()).person().ledger().seq() <= decided.by().seq()) {
      throw new IllegalStateException(
          "tip ids must be new but one was drawn twice: is the randomness seeded alike again?");
    }
    return isNew ? Optional.of(served(decided, true)) : Optional.empty();
  }

  private static Advice served(Decided decided, boolean fresh) {
    return new Advice.Served(new Decision(decided).tip(), fresh);
  }

  /** The tip that is still open; nothing is decided or written. */
  Advice open(UserId user) {
    return standing(outlook.view(user)).orElse(new Advice.Silent(Silence.NONE_OPEN));
  }
}
