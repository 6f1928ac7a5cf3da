package net.alogins.oo.spring;

import java.nio.file.Path;
import javax.sql.DataSource;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.PostgresStores;
import net.alogins.oo.jdbc.SqliteStores;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the recommender keeps everything, if the application says so: nothing is ever written to
 * its database, or to a file, because it happens to be there.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnProperty(name = "oo.enabled", matchIfMissing = true)
@ConditionalOnClass(SqliteStores.class)
@ConditionalOnBean(CandidateSource.class)
@ConditionalOnMissingBean(Stores.class)
@EnableConfigurationProperties(OoProperties.class)
public class OoStoreAutoConfiguration {

  /** Made by Spring. */
  public OoStoreAutoConfiguration() {}

  /** In a file of its own. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "oo.store", havingValue = "sqlite")
  static class InFile {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    SqliteStores ooSqliteStores(OoProperties properties) {
      Path file = properties.sqliteFile();
      if (file == null) {
        throw new IllegalArgumentException("oo.sqlite-file must be set when oo.store is sqlite");
      }
      return SqliteStores.open(file, new TenantId(properties.tenant()));
    }

    @Bean
    Stores ooStores(SqliteStores kept) {
      return kept.stores();
    }
  }

  /** In the application's database. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "oo.store", havingValue = "postgres")
  static class InDatabase {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    PostgresStores ooPostgresStores(DataSource host, OoProperties properties) {
      return PostgresStores.open(host, new TenantId(properties.tenant()));
    }

    @Bean
    Stores ooStores(PostgresStores kept) {
      return kept.stores();
    }
  }
}
