package net.alogins.oo.llm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A way in which a model's server breaks. */
enum Fault {
  HANGS(true, (exchange, asked, server) -> server.pause(3_600_000)),
  ONE_BYTE_A_SECOND(
      true,
      (exchange, asked, server) -> {
        exchange.sendResponseHeaders(200, 0);
        drip(exchange.getResponseBody(), server);
      }),
  SLEEPS_TEN_SECONDS(
      true,
      (exchange, asked, server) -> {
        server.pause(10_000);
        FakeLlm.suggesting("Stretch").answer(exchange, asked, server);
      }),
  ERROR_500(true, status(500)),
  ERROR_503(true, status(503)),
  REFUSED_401(true, status(401)),
  UNKNOWN_MODEL_404(true, status(404)),
  THROTTLED(
      true,
      (exchange, asked, server) -> {
        exchange.getResponseHeaders().set("Retry-After", "5");
        FakeLlm.send(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
      }),
  HANGS_UP(true, (exchange, asked, server) -> exchange.close()),
  REDIRECTS(
      true,
      (exchange, asked, server) -> {
        exchange.getResponseHeaders().set("Location", server.base() + "elsewhere");
        exchange.sendResponseHeaders(307, -1);
        exchange.close();
      }),
  ENDLESS_BODY(
      true,
      (exchange, asked, server) -> {
        exchange.sendResponseHeaders(200, 0);
        pour(exchange.getResponseBody());
      }),
  EMPTY(true, body("")),
  NO_JSON(true, body("<html>Bad gateway</html>")),
  NO_CHOICES(true, body("{\"id\":\"x\",\"choices\":[]}")),
  NO_OBJECT(true, body("[]")),
  DEEP(true, body("[".repeat(100_000))),
  NO_CONTENT(true, body("{\"choices\":[{\"message\":{\"role\":\"assistant\"}}]}")),
  MISSING_FIELDS(true, FakeLlm.content("{\"suggestions\":[{\"title\":\"Stretch\"}]}")),
  EXTRA_FIELDS(
      true,
      FakeLlm.content(
          "{\"suggestions\":[{\"id\":\"todoist/7\",\"user\":\"bob\",\"title\":\"x\",\"minutes\":1}]}")),
  NAN_SCORES(
      true,
      FakeLlm.content("{\"suggestions\":[{\"title\":\"Stretch\",\"minutes\":1,\"score\":NaN}]}")),
  A_MEGABYTE(true, FakeLlm.suggesting("x".repeat(1_000_000))),
  ECHOES(
      false,
      (exchange, asked, server) ->
          FakeLlm.suggesting(asked.message(0)).answer(exchange, asked, server)),
  HOSTILE_TEXT(
      false, FakeLlm.suggesting("<svg onload=x>", "javascript:x()", "![x](https://x.example)"));

  private final boolean isFailure;

  @SuppressWarnings("ImmutableEnumChecker") // each is a pure function
  private final FakeLlm.Answering answering;

  Fault(boolean isFailure, FakeLlm.Answering answering) {
    this.isFailure = isFailure;
    this.answering = answering;
  }

  /** Whether a model that does this is left alone. */
  boolean isFailure() {
    return isFailure;
  }

  FakeLlm.Answering answering() {
    return answering;
  }

  private static FakeLlm.Answering status(int status) {
    return (exchange, asked, server) ->
        FakeLlm.send(exchange, status, "{\"error\":{\"message\":\"no\"}}");
  }

  private static FakeLlm.Answering body(String body) {
    return (exchange, asked, server) -> FakeLlm.send(exchange, 200, body);
  }

  private static void drip(OutputStream out, FakeLlm server)
      throws IOException, InterruptedException {
    for (char each : FakeLlm.completion(FakeLlm.suggestions("Stretch")).toCharArray()) {
      out.write(each);
      out.flush();
      if (server.pause(1_000)) {
        return;
      }
    }
  }

  /** Until nobody reads any more. */
  private static void pour(OutputStream out) throws IOException {
    byte[] some = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    while (!Thread.currentThread().isInterrupted()) {
      out.write(some);
    }
  }
}
