package net.alogins.oo.candidate;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.CandidateId;

/**
 * Something that could be the next tip. What is optional is added by the method of its name:
 *
 * <pre>{@code Candidate.of("chores", "1", "Water the plants").minutes(5).priority(2)}</pre>
 *
 * @param id its source and its key there
 * @param provenance where it comes from
 * @param title its text: data, never markup; at most 500 characters
 * @param kind the kind of thing it is, for example a project or a place
 * @param link where it lives
 * @param due when it is due
 * @param created when it was made
 * @param minutes how long it takes, 1 or more
 * @param priority 1 (most urgent) to 4
 * @param attributes what the host knows about it, for features of its own; never logged
 */
public record Candidate(
    CandidateId id,
    Provenance provenance,
    String title,
    String kind,
    Optional<URI> link,
    Optional<LocalDate> due,
    Optional<LocalDate> created,
    OptionalInt minutes,
    OptionalInt priority,
    Attributes attributes) {

  /** The longest title. */
  public static final int LONGEST_TITLE = 500;

  private static final String DEFAULT_KIND = "task";
  private static final int LONGEST_KIND = 64;

  public Candidate {
    requireText("candidate title", title, LONGEST_TITLE);
    requireText("candidate kind", kind, LONGEST_KIND);
    if (minutes.isPresent() && minutes.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "candidate minutes must be 1 or more but was " + minutes.getAsInt());
    }
    if (priority.isPresent() && (priority.getAsInt() < 1 || priority.getAsInt() > 4)) {
      throw new IllegalArgumentException(
          "candidate priority must be 1 to 4 but was " + priority.getAsInt());
    }
  }

  static void requireText(String what, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException(
          what + " must be 1 to " + longest + " characters, not blank");
    }
  }

  /** A candidate that stands in {@code source} under {@code key}. */
  public static Candidate of(String source, String key, String title) {
    return from(new CandidateId(source, key), new Provenance.Listed(), title);
  }

  /** A candidate of any provenance. */
  public static Candidate from(CandidateId id, Provenance provenance, String title) {
    return new Candidate(
        id,
        provenance,
        title,
        DEFAULT_KIND,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Attributes.none());
  }

  /** The same of another kind. */
  public Candidate kind(String newKind) {
    return new Candidate(
        id, provenance, title, newKind, link, due, created, minutes, priority, attributes);
  }

  /** The same with a link. */
  public Candidate link(URI uri) {
    return new Candidate(
        id, provenance, title, kind, Optional.of(uri), due, created, minutes, priority, attributes);
  }

  /** The same with a due date. */
  public Candidate due(LocalDate day) {
    Optional<LocalDate> some = Optional.of(day);
    return new Candidate(
        id, provenance, title, kind, link, some, created, minutes, priority, attributes);
  }

  /** The same with the day it was made. */
  public Candidate created(LocalDate day) {
    return new Candidate(
        id, provenance, title, kind, link, due, Optional.of(day), minutes, priority, attributes);
  }

  /** The same with an estimated duration. */
  public Candidate minutes(int many) {
    OptionalInt some = OptionalInt.of(many);
    return new Candidate(
        id, provenance, title, kind, link, due, created, some, priority, attributes);
  }

  /** The same with a priority, 1 (most urgent) to 4. */
  public Candidate priority(int rank) {
    return new Candidate(
        id, provenance, title, kind, link, due, created, minutes, OptionalInt.of(rank), attributes);
  }

  /** The same with what the host knows about it. */
  public Candidate attributes(Attributes newAttributes) {
    return new Candidate(
        id, provenance, title, kind, link, due, created, minutes, priority, newAttributes);
  }
}
