package net.alogins.oo.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Operation;
import net.alogins.oo.http.Operations;
import net.alogins.oo.http.Request;
import net.alogins.oo.http.Response;
import net.alogins.oo.id.UserId;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Mounts every operation of the HTTP contract, past the application's own JSON. */
final class Routes {

  private Routes() {}

  static RouterFunction<ServerResponse> of(Recommender recommender, UserResolver users) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (Operation operation : Operations.of(recommender)) {
      routes.route(
          RequestPredicates.method(HttpMethod.valueOf(operation.method().name()))
              .and(RequestPredicates.path(operation.path())),
          asked -> sent(operation.answer(request(asked.servletRequest(), operation, users))));
    }
    return routes.build();
  }

  private static Request request(HttpServletRequest asked, Operation operation, UserResolver users)
      throws IOException {
    Optional<UserId> user = operation.needsUser() ? users.user(asked) : Optional.empty();
    String contentType = Objects.requireNonNullElse(asked.getContentType(), "");
    return new Request(
        user,
        asked.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> Arrays.asList(one.getValue()))),
        contentType,
        asked.getInputStream());
  }

  private static ServerResponse sent(Response response) {
    byte[] body = response.body();
    return ServerResponse.status(response.status())
        .headers(headers -> response.headers().forEach(headers::set))
        .contentType(MediaType.parseMediaType(response.contentType()))
        .contentLength(body.length)
        .build(
            (request, sent) -> {
              sent.getOutputStream().write(body);
              return null;
            });
  }
}
