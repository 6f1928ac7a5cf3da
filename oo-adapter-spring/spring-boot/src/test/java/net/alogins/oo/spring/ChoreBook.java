package net.alogins.oo.spring;

import java.sql.Connection;
import javax.sql.DataSource;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.PostgresStores;
import net.alogins.oo.reaction.Reaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.annotation.Transactional;

/** An application's own bean, whose transactions a reaction is a part of. */
class ChoreBook {

  private final UserId user = new UserId("ada");
  private final JdbcTemplate chores;
  private final DataSource database;
  private final Recommender recommender;
  private final PostgresStores stores;

  ChoreBook(DataSource database, Recommender recommender, PostgresStores stores) {
    this.chores = new JdbcTemplate(database);
    this.database = database;
    this.recommender = recommender;
    this.stores = stores;
  }

  @Transactional
  void finish(String chore, TipId tip) {
    chores.update("update chores set is_done = true where name = ?", chore);
    Connection connection = DataSourceUtils.getConnection(database);
    recommender.react(user, Reaction.done(tip), stores.joining(connection));
  }

  @Transactional
  void finishAndFail(String chore, TipId tip) {
    finish(chore, tip);
    throw new IllegalStateException("changed my mind");
  }
}
