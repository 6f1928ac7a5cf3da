package net.alogins.oo.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How LangChain4j calls a model's address: the whole answer is there within a bounded time and
 * bounded in bytes while it is read, and redirects are answers like any other refusal.
 */
final class BoundedHttp implements HttpClient {

  private final java.net.http.HttpClient http;
  private final Supplier<Duration> longest;
  private final int mostBytes;
  private final Clock clock;

  private BoundedHttp(
      java.net.http.HttpClient http, Supplier<Duration> longest, int mostBytes, Clock clock) {
    this.http = http;
    this.longest = longest;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** Makes the one client, whatever timeouts it is told. */
  record Builder(Supplier<Duration> longest, int mostBytes, Clock clock)
      implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
      return longest.get();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return longest.get();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      java.net.http.HttpClient http =
          java.net.http.HttpClient.newBuilder()
              .version(java.net.http.HttpClient.Version.HTTP_1_1)
              .followRedirects(Redirect.NEVER)
              .build();
      return new BoundedHttp(http, longest, mostBytes, clock);
    }
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Body body = new Body(mostBytes);
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(translated(request), BodyHandlers.ofByteArrayConsumer(body));
    try {
      CompletableFuture.anyOf(answer, body.excess())
          .get(longest.get().toMillis(), TimeUnit.MILLISECONDS);
      return translated(answer.join(), body);
    } catch (ExecutionException failure) {
      throw Failure.of(failure.getCause());
    } catch (TimeoutException late) {
      throw new Failure(Failure.Kind.TIMEOUT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.Kind.INTERRUPTED);
    } finally {
      answer.cancel(true);
    }
  }

  private static java.net.http.HttpRequest translated(HttpRequest request) {
    java.net.http.HttpRequest.Builder http =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(request.method().name(), BodyPublishers.ofString(request.body()));
    request.headers().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
    return http.build();
  }

  private SuccessfulHttpResponse translated(HttpResponse<Void> answer, Body body) {
    int status = answer.statusCode();
    if (status < 200 || status >= 300) {
      throw Failure.ofStatus(status, RetryAfter.of(answer.headers(), clock.instant()));
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(status)
        .headers(answer.headers().map())
        .body(body.text())
        .build();
  }

  /** Nothing here is streamed. */
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers must come as a whole");
  }
}
