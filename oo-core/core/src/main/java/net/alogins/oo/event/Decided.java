package net.alogins.oo.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * A tip was chosen: everything needed to rank again, to learn and to explain, in one row.
 *
 * @param user whom it was chosen for
 * @param at when
 * @param tip which tip
 * @param times until when the tip is open, may be joined, may be amended
 * @param by which policy in which state
 * @param slate what it chose from
 * @param chosen index into the slate
 * @param exploration whether another candidate had a larger score
 * @param card what the chosen candidate said of itself
 * @param reasons the features that spoke loudest for it, loudest first
 * @param removed what the filters took out, and which filter
 * @param missing the sources that did not answer, and why
 * @param stages how long each step of the path took and, of several sources, when each was busy
 */
public record Decided(
    UserId user,
    Instant at,
    TipId tip,
    Times times,
    By by,
    Slate slate,
    int chosen,
    boolean exploration,
    Card card,
    List<Reason> reasons,
    List<Removed> removed,
    List<Missing> missing,
    List<Stage> stages)
    implements TipEvent {

  /** The most columns that a context or a candidate may have. */
  public static final int MOST_COLUMNS = 4096;

  /**
   * The ends of a decision's windows.
   *
   * @param open the tip's lifetime ends
   * @param join without an answer by then, the tip counts as ignored
   * @param amend an answer after this is stored as late and never learned
   */
  public record Times(Instant open, Instant join, Instant amend) {}

  /**
   * Who ranked.
   *
   * @param policy the policy's name
   * @param schema the fingerprint of the feature schema
   * @param seq the row of the log up to which the state had learned
   */
  public record By(String policy, long schema, long seq) {}

  /**
   * The ranked candidates as columns; index i of each is candidate i.
   *
   * @param candidates ids
   * @param kinds the kind of tip that each would be
   * @param origins who wrote each
   * @param context the context's feature values
   * @param features row-major, one row of equal width per candidate
   * @param scores the policy's scores
   * @param propensities the probabilities that the tip was drawn from
   */
  public record Slate(
      List<CandidateId> candidates,
      List<String> kinds,
      List<Origin> origins,
      FloatColumn context,
      FloatColumn features,
      DoubleColumn scores,
      DoubleColumn propensities) {

    public Slate {
      candidates = List.copyOf(candidates);
      kinds = List.copyOf(kinds);
      origins = List.copyOf(origins);
      int n = candidates.size();
      if (n == 0
          || kinds.size() != n
          || origins.size() != n
          || scores.size() != n
          || propensities.size() != n
          || features.size() % n != 0) {
        throw new IllegalArgumentException("slate columns must all be as long as its candidates");
      }
    }

    public int size() {
      return candidates.size();
    }

    /** Feature values per candidate. */
    public int width() {
      return features.size() / candidates.size();
    }
  }

  /**
   * Who wrote a candidate: a language model, or nobody, when it was listed as it is.
   *
   * @param alias the alias that was asked, or empty text
   * @param model the model that answered, or empty text
   * @param prompt the prompt version, or empty text
   */
  public record Origin(String alias, String model, String prompt) {

    /** Nobody wrote it. */
    public static final Origin LISTED = new Origin("", "", "");
  }

  /**
   * The chosen candidate's own words.
   *
   * @param title its text
   * @param link where it lives, or empty text
   * @param due when it is due
   * @param created when it was made
   * @param minutes how long it takes
   * @param priority 1 (most urgent) to 4
   */
  public record Card(
      String title,
      String link,
      Optional<LocalDate> due,
      Optional<LocalDate> created,
      OptionalInt minutes,
      OptionalInt priority) {}

  /** How much a feature added to the chosen candidate's score. */
  public record Reason(String feature, double amount) {}

  /** A candidate that a filter removed. */
  public record Removed(CandidateId candidate, String filter) {}

  /** A source that did not answer. */
  public record Missing(String source, String cause) {}

  /**
   * How long one step of the path took; or, as {@code NAME from} and {@code NAME to} after the
   * steps, how long after the first source was asked the one of that name began and ended.
   */
  public record Stage(String name, long micros) {}

  public Decided {
    reasons = List.copyOf(reasons);
    removed = List.copyOf(removed);
    missing = List.copyOf(missing);
    stages = List.copyOf(stages);
    if (chosen < 0 || chosen >= slate.size()) {
      throw new IllegalArgumentException("chosen must be an index into the slate");
    }
  }

  /** This decision with nothing of the candidates that were not chosen: what learning needs. */
  public Decided chosenOnly() {
    Slate one =
        new Slate(
            List.of(candidate()),
            List.of(slate.kinds().get(chosen)),
            List.of(slate.origins().get(chosen)),
            slate.context(),
            slate.features().row(chosen, slate.width()),
            slate.scores().slice(chosen, 1),
            slate.propensities().slice(chosen, 1));
    List<Removed> none = List.of();
    return new Decided(
        user, at, tip, times, by, one, 0, exploration, card, reasons, none, missing, List.of());
  }

  /** The chosen candidate. */
  public CandidateId candidate() {
    return slate.candidates().get(chosen);
  }

  /** The probability that the chosen candidate was drawn with. */
  public double propensity() {
    return slate.propensities().get(chosen);
  }

  @Override
  public String identity() {
    return "decided/" + tip;
  }

  @Override
  public boolean repeatedBy(Event again) {
    return equals(again);
  }
}
