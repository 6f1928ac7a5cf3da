package net.alogins.oo.simulator;

/** The process dies here: an error, so that nothing takes it for a failure to recover from. */
final class Crash extends Error {

  private static final long serialVersionUID = 1L;

  Crash() {
    super("the power is cut", null, false, false);
  }
}
