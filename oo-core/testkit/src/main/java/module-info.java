/** Contract tests for every SPI of oO, and what tests of other people's code need of it. */
module net.alogins.oo.testkit {
  requires transitive net.alogins.oo.core;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports net.alogins.oo.testkit;
}
