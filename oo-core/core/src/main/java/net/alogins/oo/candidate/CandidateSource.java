package net.alogins.oo.candidate;

import java.util.List;
import net.alogins.oo.context.Context;

/**
 * Where candidates come from.
 *
 * <p>Called once per question, for one person, possibly from several threads at once. It may block:
 * sources run beside each other under the deadline, are interrupted when it passes, and are then
 * missing from that decision. A source that throws is missing too. An empty list means that the
 * person has nothing there; a candidate that is absent from an answer is gone. At most the first
 * 10,000 candidates of all sources together are used. An answer that is null, or holds null, is
 * none.
 */
@FunctionalInterface
public interface CandidateSource {

  /** What could be suggested in {@code context}, most relevant first. */
  List<Candidate> candidates(Context context) throws Exception;

  /** The name of a source that says none. */
  String UNNAMED = "source";

  /**
   * The name that a decision records when this source is missing: the {@code source} in the ids of
   * its candidates. While it is missing, these are not gone.
   */
  default String name() {
    return UNNAMED;
  }

  /** Whether an answer is only a look into memory, so that no thread is worth its while. */
  default boolean isImmediate() {
    return false;
  }

  /** {@code source}, marked as a mere look into memory: it runs on the asking thread. */
  static CandidateSource immediate(CandidateSource source) {
    return new Marked(source, source.name(), true);
  }

  /** {@code source} under a name: the {@code source} in the ids of its candidates. */
  static CandidateSource named(String name, CandidateSource source) {
    return new Marked(source, name, source.isImmediate());
  }
}
