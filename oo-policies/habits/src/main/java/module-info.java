/** Features of what people lately did, by kind and hour, from the log. */
module net.alogins.oo.habits {
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.habits;
}
