/** Issues and reviews that somebody on GitHub waits for. */
module net.alogins.oo.github {
  requires transitive net.alogins.oo.signal;
  requires transitive java.net.http;
  requires transitive net.alogins.oo.remote;
  requires static org.jspecify;

  exports net.alogins.oo.github;
}
