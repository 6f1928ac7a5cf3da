package net.alogins.oo.signal;

import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;

/** What a connector has to say about one task. */
public sealed interface Change {

  /** The task's key within its system. */
  String key();

  /**
   * It is open, and is as {@code task} says; what was known about it before is forgotten.
   *
   * @param task a candidate whose source is the connector's name, and that stands there as it is;
   *     its attributes are not kept
   */
  record Open(Candidate task) implements Change {

    public Open {
      if (!(task.provenance() instanceof Provenance.Listed)) {
        throw new IllegalArgumentException("a task must be listed but was " + task.provenance());
      }
    }

    @Override
    public String key() {
      return task.id().key();
    }
  }

  /** It is completed, deleted, or somebody else's now; whether it was known does not matter. */
  record Gone(String key) implements Change {}
}
