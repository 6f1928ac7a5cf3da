package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.PostgresStores;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.PastTip.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A reaction that is committed, or rolled back, with what the application wrote. */
class HostTransactionTest {

  private static final UserId ADA = new UserId("ada");

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement
  static class Application {

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new JdbcTransactionManager(database);
    }

    @Bean
    CandidateSource chores() {
      return CandidateSource.immediate(
          context -> List.of(Candidate.of("chores", "plants", "Water the plants")));
    }

    @Bean
    ChoreBook book(DataSource database, Recommender recommender, PostgresStores stores) {
      return new ChoreBook(database, recommender, stores);
    }
  }

  @Test
  void a_reaction_is_committed_or_rolled_back_with_the_hosts_own_rows() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      JdbcTemplate sql = new JdbcTemplate(server.getPostgresDatabase());
      sql.execute("create table chores (name text, is_done boolean not null default false)");
      sql.update("insert into chores values ('plants')");
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(OoStoreAutoConfiguration.class, OoAutoConfiguration.class))
          .withBean(DataSource.class, server::getPostgresDatabase)
          .withUserConfiguration(Application.class)
          .withPropertyValues("oo.store=postgres")
          .run(
              context -> {
                Recommender recommender = context.getBean(Recommender.class);
                ChoreBook book = context.getBean(ChoreBook.class);
                TipId tip = recommender.tip(ADA).tip().orElseThrow().id();

                assertThatThrownBy(() -> book.finishAndFail("plants", tip))
                    .hasMessage("changed my mind");
                assertThat(done(sql)).isZero();
                assertThat(outcome(recommender)).isEqualTo(Outcome.OPEN);

                book.finish("plants", tip);
                assertThat(done(sql)).isEqualTo(1);
                await().until(() -> outcome(recommender) == Outcome.DONE);
              });
    }
  }

  private static int done(JdbcTemplate sql) {
    return sql.queryForList("select 1 from chores where is_done").size();
  }

  private static Outcome outcome(Recommender recommender) {
    List<PastTip> tips = recommender.history(ADA, Page.Request.first(1)).tips();
    return tips.get(0).outcome();
  }

  @Test
  void the_how_to_has_this_method() throws IOException {
    String source = Files.readString(Path.of("src/test/java/net/alogins/oo/spring/ChoreBook.java"));
    int begin = source.indexOf("  @Transactional");
    String method = source.substring(begin, source.indexOf("  }\n", begin) + 4);

    assertThat(Files.readString(Path.of("../../docs/how-to/embed-in-spring.md")))
        .contains("```java\n" + method.indent(-2) + "```");
  }
}
