package net.alogins.oo.server;

import net.alogins.oo.Stores;

/**
 * The stores of a server, as long as it has them open.
 *
 * @param stores what a recommender takes
 * @param closing lets go of them; twice is fine
 */
record Kept(Stores stores, Runnable closing) implements AutoCloseable {

  @Override
  public void close() {
    closing.run();
  }
}
