package net.alogins.oo.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to an identity provider: each within ten seconds as a whole, with an answer of 128 KiB at
 * the most, and to the address that was meant: no redirect is followed.
 */
final class Wire implements HTTPRequestSender, ResourceRetriever {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 128 * 1024;
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER).build();
  private final Duration longest;

  Wire() {
    this(LONGEST);
  }

  Wire(Duration longest) {
    this.longest = longest;
  }

  /** The text at {@code address}. */
  String get(URI address) throws IOException {
    HttpResponse<String> response = send(HttpRequest.newBuilder(address).GET().build());
    if (response.statusCode() != OK) {
      throw new IOException("answered with status " + response.statusCode());
    }
    return response.body();
  }

  @Override
  public Resource retrieveResource(URL address) throws IOException {
    return new Resource(get(URI.create(address.toString())), "application/json");
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(asked.getURI()).method(asked.getMethod().name(), body(asked));
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    HttpResponse<String> answered = send(request.build());
    HTTPResponse response = new HTTPResponse(answered.statusCode());
    answered
        .headers()
        .map()
        .forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
    response.setBody(answered.body());
    return response;
  }

  private static BodyPublisher body(ReadOnlyHTTPRequest asked) {
    return BodyPublishers.ofString(Objects.requireNonNullElse(asked.getBody(), ""));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, head -> new Limited(MOST_BYTES));
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw new IOException(String.valueOf(failure.getCause()), failure.getCause());
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("no answer within " + longest, late);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
