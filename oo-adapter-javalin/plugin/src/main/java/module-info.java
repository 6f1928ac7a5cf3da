/** A Javalin plugin that mounts the HTTP operations, and nothing else. */
module net.alogins.oo.javalin {
  requires transitive net.alogins.oo.http;
  requires transitive io.javalin;
  requires static org.jspecify;

  exports net.alogins.oo.javalin;
}
