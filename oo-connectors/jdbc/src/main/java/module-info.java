/** Durable stores in a relational database: SQLite. */
module net.alogins.oo.jdbc {
  requires transitive net.alogins.oo.core;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires java.sql;
  requires org.jooq;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  exports net.alogins.oo.jdbc;
}
