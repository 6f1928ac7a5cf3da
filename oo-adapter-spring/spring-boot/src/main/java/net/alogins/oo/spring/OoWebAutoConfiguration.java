package net.alogins.oo.spring;

import jakarta.servlet.Filter;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Limits;
import net.alogins.oo.http.Operations;
import net.alogins.oo.http.Role;
import net.alogins.oo.http.Witness;
import net.alogins.oo.signal.Connections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The HTTP operations, in a servlet application. */
@AutoConfiguration(after = OoAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Operations.class, RouterFunction.class})
@ConditionalOnProperty(name = "oo.web.enabled", matchIfMissing = true)
@ConditionalOnBean(Recommender.class)
public class OoWebAutoConfiguration {

  private static final String AUTHENTICATION = "org.springframework.security.core.Authentication";

  /** Made by Spring. */
  public OoWebAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  UserResolver ooUserResolver() {
    return UserResolver.ofPrincipal();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnClass(name = AUTHENTICATION)
  RoleResolver ooAuthorities() {
    return new Authorities();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnMissingClass(AUTHENTICATION)
  RoleResolver ooNoRoles() {
    return request -> Role.NONE;
  }

  @Bean
  RouterFunction<ServerResponse> ooRoutes(
      Recommender recommender,
      UserResolver users,
      RoleResolver roles,
      ObjectProvider<Limits> limits,
      ObjectProvider<Witness> witness,
      ObjectProvider<Connections> connections) {
    Operations operations = Operations.on(recommender);
    limits.ifAvailable(operations::limits);
    witness.ifAvailable(operations::witness);
    connections.ifAvailable(operations::connections);
    return new Routes(users, roles).of(operations.list());
  }

  @Bean
  FilterRegistrationBean<Filter> ooWholeRequests(Recommender recommender) {
    return Routes.whole(Operations.of(recommender));
  }
}
