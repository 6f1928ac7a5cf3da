package net.alogins.oo.simulator;

/** A failure that the simulation staged, of a store, a source or a side effect. */
final class StagedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StagedFailure(Fault fault) {
    super("staged: " + fault.label(), null, false, false);
  }
}
