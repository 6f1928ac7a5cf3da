/** What connectors to systems on the web share: bounded HTTP and JSON, errors by their meaning. */
module net.alogins.oo.remote {
  requires transitive net.alogins.oo.signal;
  requires transitive java.net.http;
  requires com.fasterxml.jackson.databind;
  requires io.github.resilience4j.circuitbreaker;
  requires static org.jspecify;

  exports net.alogins.oo.remote;
}
