/** Durable stores in a relational database: SQLite or PostgreSQL. */
module net.alogins.oo.jdbc {
  requires transitive net.alogins.oo.core;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires transitive java.sql;
  requires org.jooq;
  requires org.postgresql.jdbc;
  requires org.xerial.sqlitejdbc;
  requires static transitive net.alogins.oo.identity;
  requires static transitive net.alogins.oo.meaning;
  requires static transitive net.alogins.oo.signal;
  requires static transitive net.alogins.oo.vault;
  requires static org.jspecify;

  exports net.alogins.oo.jdbc;
}
