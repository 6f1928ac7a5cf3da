package net.alogins.oo.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;

/** Where a request ends that is to be looked at, and not sent. */
final class Paper implements HttpClient, HttpClientBuilder {

  private String url = "";
  private String body = "";

  String url() {
    return url;
  }

  String body() {
    return body;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    url = request.url();
    body = request.body();
    throw new Failure(Failure.Kind.UNREACHABLE);
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    execute(request);
  }

  @Override
  public Duration connectTimeout() {
    return Duration.ZERO;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration ignored) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return Duration.ZERO;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration ignored) {
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }
}
