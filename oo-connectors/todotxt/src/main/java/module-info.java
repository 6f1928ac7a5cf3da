/** Tasks of todo.txt files as candidates, completed and reopened where they stand. */
module net.alogins.oo.todotxt {
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.todotxt;
}
