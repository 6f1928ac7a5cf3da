package net.alogins.oo.simulator;

import java.util.Locale;

/** What goes wrong, or merely differently from what one would like. */
enum Fault {
  /** The process dies and nothing of the record is there. */
  CRASH_BEFORE_WRITE(Place.COMMIT),
  /** The process dies and any part of the record is there. */
  CRASH_BEFORE_SYNC(Place.COMMIT),
  /** The process dies, the record is there, and nobody was told. */
  CRASH_BEFORE_ACKNOWLEDGEMENT(Place.COMMIT),
  /** A commit fails and the record is not there. */
  DISK_FULL(Place.COMMIT),
  /** A commit fails although the record is there. */
  LOST_ACKNOWLEDGEMENT(Place.COMMIT),
  /** A read fails. */
  READ_FAILED(Place.READ),
  /** The process dies when the people's parts of a snapshot were written, and its shared not. */
  SNAPSHOT_HALF_SAVED(Place.SNAPSHOT),
  /** The process dies while the shared part of a snapshot is written. */
  SNAPSHOT_TORN(Place.SNAPSHOT),
  SNAPSHOT_BIT_FLIPPED(Place.ELSEWHERE),
  SNAPSHOT_CUT_SHORT(Place.ELSEWHERE),
  SNAPSHOT_PERSON_MISSING(Place.ELSEWHERE),
  /** Recovery met a record whose end is not there. */
  TORN_RECORD(Place.ELSEWHERE),
  /** Recovery met a record whose checksum is not that of its bytes. */
  GARBLED_RECORD(Place.ELSEWHERE),
  DUPLICATE(Place.ELSEWHERE),
  CONTRADICTION(Place.ELSEWHERE),
  REORDERED(Place.ELSEWHERE),
  /** A reaction arrives a day or more after it was given. */
  DELAYED(Place.ELSEWHERE),
  UNDO_BEFORE_ANSWER(Place.ELSEWHERE),
  FOREIGN_TIP(Place.ELSEWHERE),
  FLOOD(Place.ELSEWHERE),
  CLOCK_JUMPED(Place.ELSEWHERE),
  CLOCK_SET_BACK(Place.ELSEWHERE),
  CONSENT_WITHDRAWN(Place.ELSEWHERE),
  CONSENT_GIVEN(Place.ELSEWHERE),
  SOURCE_FAILED(Place.ELSEWHERE),
  SOURCE_LATE(Place.ELSEWHERE),
  CANDIDATE_LOST(Place.ELSEWHERE),
  EFFECT_FAILED(Place.ELSEWHERE),
  REBUILT(Place.ELSEWHERE),
  /** What the policy refused to learn is tried again. */
  DEAD_LETTER(Place.ELSEWHERE),
  /** Rows that are older than they need to be are gone. */
  TRIMMED(Place.ELSEWHERE),
  RESTARTED(Place.ELSEWHERE),
  CLOSED_IN_THE_MIDDLE(Place.ELSEWHERE);

  /** Where a fault can strike. */
  enum Place {
    COMMIT,
    SNAPSHOT,
    READ,
    /** Not at the stores, or not while they are in use. */
    ELSEWHERE
  }

  private final Place place;

  Fault(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }

  /** Whether a snapshot is no longer what was saved. */
  boolean isDamage() {
    return this == SNAPSHOT_BIT_FLIPPED || this == SNAPSHOT_CUT_SHORT;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
