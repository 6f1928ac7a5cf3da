package net.alogins.oo.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.alogins.oo.wire.v1.Envelope;

/** What somebody heard of the log's rows: which, and whether those of each person came in order. */
final class Sightings {

  private final Set<Long> rows = new HashSet<>();
  private final Map<String, Long> newest = new HashMap<>();
  private final List<String> disorders = new ArrayList<>();

  /** It may be heard of again and again; what counts is when for the first time. */
  synchronized void take(Envelope envelope) {
    long row = envelope.getSequence();
    if (rows.add(row) && newest.getOrDefault(envelope.getSubject(), 0L) > row) {
      disorders.add(envelope.getSubject() + " row " + row);
    }
    newest.merge(envelope.getSubject(), row, Math::max);
  }

  /** The rows of the log that were heard of. */
  synchronized Set<Long> rows() {
    return Set.copyOf(rows);
  }

  /** What was heard of a person for the first time after something later. */
  synchronized List<String> disorders() {
    return List.copyOf(disorders);
  }
}
