/** The HTTP contract suite, for the tests of any host. */
module net.alogins.oo.http.testkit {
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.networknt.schema;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive java.net.http;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;
  requires static org.jspecify;

  exports net.alogins.oo.http.testkit;
}
