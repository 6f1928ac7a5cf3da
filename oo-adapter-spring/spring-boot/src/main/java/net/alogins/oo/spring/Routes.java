package net.alogins.oo.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.alogins.oo.http.Caller;
import net.alogins.oo.http.Operation;
import net.alogins.oo.http.Request;
import net.alogins.oo.http.Response;
import net.alogins.oo.http.Role;
import net.alogins.oo.id.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Mounts every operation of the HTTP contract, past the application's own JSON. */
record Routes(UserResolver users, RoleResolver roles) {

  RouterFunction<ServerResponse> of(List<Operation> operations) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (Operation operation : operations) {
      routes.route(
          RequestPredicates.method(HttpMethod.valueOf(operation.method().name()))
              .and(RequestPredicates.path(operation.path())),
          asked -> sent(operation.answer(request(asked.servletRequest(), operation))));
    }
    return routes.build();
  }

  private Request request(HttpServletRequest asked, Operation operation) throws IOException {
    Optional<UserId> user = operation.needsUser() ? users.user(asked) : Optional.empty();
    Role role = operation.role() == Role.NONE ? Role.NONE : roles.role(asked);
    String query = Objects.requireNonNullElse(asked.getQueryString(), "");
    UnaryOperator<String> headers = name -> Objects.requireNonNullElse(asked.getHeader(name), "");
    return new Request(
        new Caller(user, role, Optional.of(asked.getRemoteAddr())),
        asked.getRequestURI(),
        query,
        headers,
        asked.getInputStream());
  }

  /** Spring takes apart whatever says that it has parts; nothing of the contract has. */
  static FilterRegistrationBean<Filter> whole(List<Operation> operations) {
    FilterRegistrationBean<Filter> filter =
        new FilterRegistrationBean<>(
            (asked, sent, chain) -> chain.doFilter(new Whole((HttpServletRequest) asked), sent));
    operations.stream()
        .map(operation -> operation.path().replaceFirst("\\{.*", "*"))
        .forEach(filter::addUrlPatterns);
    return filter;
  }

  /** A request that has no parts, whatever it says. */
  private static final class Whole extends HttpServletRequestWrapper {

    Whole(HttpServletRequest asked) {
      super(asked);
    }

    @Override
    public @Nullable String getContentType() {
      String type = super.getContentType();
      return StringUtils.startsWithIgnoreCase(type, "multipart/") ? "multipart" : type;
    }
  }

  private static ServerResponse sent(Response response) {
    return ServerResponse.status(response.status())
        .headers(headers -> response.headers().forEach(headers::set))
        .contentType(MediaType.parseMediaType(response.contentType()))
        .build(
            (request, sent) -> {
              response.stream().transferTo(sent.getOutputStream());
              return null;
            });
  }
}
