package net.alogins.oo.policy;

import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;

/**
 * A block of columns and how to fill them. An encoder is a pure function, called from any thread.
 */
public sealed interface Feature {

  /** The columns that it fills. */
  Block block();

  /** Fills the columns of a context block. */
  interface ContextEncoder {
    void encode(Context context, Row row);
  }

  /** Fills the columns of a candidate block. */
  interface CandidateEncoder {
    void encode(Context context, Candidate candidate, Row row);
  }

  /** Fills them with what the candidate says of itself alone, whoever asks and whenever. */
  interface ContentEncoder extends CandidateEncoder {
    void encode(Candidate candidate, Row row);

    @Override
    default void encode(Context context, Candidate candidate, Row row) {
      encode(candidate, row);
    }
  }

  /** A feature of the moment and the person. */
  record OfContext(Block block, ContextEncoder encoder) implements Feature {
    public OfContext {
      check(block, Block.Side.CONTEXT);
    }
  }

  /** A feature of a candidate, as it is seen at that moment. */
  record OfCandidate(Block block, CandidateEncoder encoder) implements Feature {
    public OfCandidate {
      check(block, Block.Side.CANDIDATE);
    }
  }

  private static void check(Block block, Block.Side side) {
    if (block.side() != side) {
      throw new IllegalArgumentException(
          "block " + block.name() + " must be on the " + side + " side but was on the other");
    }
  }

  /** A feature of the context, with its columns. */
  static Feature ofContext(String name, List<String> columns, ContextEncoder encoder) {
    return new OfContext(new Block(name, Block.Side.CONTEXT, columns), encoder);
  }

  /** A feature of candidates, with its columns. */
  static Feature ofCandidate(String name, List<String> columns, CandidateEncoder encoder) {
    return new OfCandidate(new Block(name, Block.Side.CANDIDATE, columns), encoder);
  }

  /**
   * A feature of what candidates say of themselves. Where a schema has no other features of
   * candidates, the same ones are not encoded again for the next person who asks.
   */
  static Feature ofContent(String name, List<String> columns, ContentEncoder encoder) {
    return ofCandidate(name, columns, encoder);
  }
}
