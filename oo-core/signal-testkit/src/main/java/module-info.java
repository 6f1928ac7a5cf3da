/** Contract tests for connectors and for what keeps connections. */
module net.alogins.oo.signal.testkit {
  requires transitive net.alogins.oo.signal;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports net.alogins.oo.signal.testkit;
}
