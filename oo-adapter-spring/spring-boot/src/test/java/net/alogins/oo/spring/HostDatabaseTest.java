package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.PostgresStores;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application that has a PostgreSQL of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostDatabaseTest {

  private static final UserId ADA = new UserId("ada");

  private EmbeddedPostgres server;

  @BeforeAll
  void start() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(OoStoreAutoConfiguration.class, OoAutoConfiguration.class))
        .withBean(DataSource.class, server::getPostgresDatabase)
        .withBean(
            CandidateSource.class,
            () ->
                CandidateSource.immediate(
                    context -> List.of(Candidate.of("chores", "1", "Water the plants"))));
  }

  private int tables() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from information_schema.tables"
                        + " where table_schema = 'public'")) {
      tables.next();
      return tables.getInt(1);
    }
  }

  @Test
  void its_database_is_used_when_it_says_so_and_left_alone_when_not() throws Exception {
    application()
        .run(
            context ->
                assertThat(context).hasSingleBean(Recommender.class).doesNotHaveBean(Stores.class));
    assertThat(tables()).isZero();

    application()
        .withPropertyValues("oo.store=postgres")
        .run(
            context -> {
              Recommender recommender = context.getBean(Recommender.class);
              Tip tip = recommender.tip(ADA).tip().orElseThrow();
              recommender.react(ADA, Reaction.done(tip.id()));
              assertThat(context).hasSingleBean(PostgresStores.class);
            });

    assertThat(tables()).isPositive();
    application()
        .withPropertyValues("oo.store=postgres")
        .run(
            context ->
                assertThat(context.getBean(Recommender.class).status().counters())
                    .containsEntry("reactions.learned", 1L));
  }
}
