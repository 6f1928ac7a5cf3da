package net.alogins.oo.server;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.alogins.oo.http.Outage;
import net.alogins.oo.jdbc.StoreException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answers to what is outside the contract: problems (RFC 9457) that repeat nothing of it. */
final class Problems {

  private static final System.Logger LOGGER = System.getLogger(Problems.class.getName());
  private static final String TYPE = "application/problem+json";

  private Problems() {}

  /** Answers with {@code status}, and the rule that was broken. */
  static void answer(Context request, int status, String rule) {
    request.header("Cache-Control", "no-store");
    request.status(status).contentType(TYPE).result(problem(status, rule));
  }

  /**
   * Who asks could not be found out, or nothing could be kept: the store is away, or we are wrong.
   */
  static void answer(StoreException failure, Context request) {
    if (Outage.isBehind(failure)) {
      LOGGER.log(System.Logger.Level.DEBUG, "the store is away", failure);
      request.header("Retry-After", "1");
      answer(request, 503, "the store must answer but does not: come back after Retry-After");
    } else {
      LOGGER.log(System.Logger.Level.ERROR, "a request failed", failure);
      answer(request, 500, HttpStatus.getMessage(500));
    }
  }

  /** Puts an error of the web framework into this form; a problem of the contract stays. */
  static void reword(Context request) {
    String type = String.valueOf(request.res().getContentType());
    if (!type.startsWith(TYPE)) {
      int status = request.statusCode();
      answer(request, status, rule(status));
    }
  }

  private static String rule(int status) {
    return status == HttpStatus.NOT_FOUND_404
        ? "method and path must be of an operation or a page that is there"
        : HttpStatus.getMessage(status);
  }

  /** Jetty's error handler: what it refuses before any route is known. */
  static boolean refuse(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Door.HEADERS.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    String body = problem(status, HttpStatus.getMessage(status));
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  private static String problem(int status, String detail) {
    return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}"""
        .formatted(HttpStatus.getMessage(status), status, detail);
  }
}
