package net.alogins.oo.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.alogins.oo.signal.ConnectorException;
import org.jspecify.annotations.Nullable;

/**
 * Another system on the web. A request ends within a bounded time, its answer is bounded while it
 * is read, it leads where it was meant to and nowhere else, and a system that fails half of the
 * time is left alone for half a minute. It may be used from any thread, and has none of its own.
 */
public final class Remote {

  /** The longest answer, in bytes, unless another bound is set. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  /** What may be done twice, for all that is done here, and the JDK does not do again. */
  private static final Set<String> AGAIN = Set.of("PROPFIND", "REPORT", "PUT");

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final URI base;
  private final HttpClient http;
  private final Clock clock;
  private final Breaker breaker;
  private final int mostBytes;
  private final Duration longest;

  private Remote(
      URI base, HttpClient http, Clock clock, Breaker breaker, int mostBytes, Duration longest) {
    this.base = base;
    this.http = http;
    this.clock = clock;
    this.breaker = breaker;
    this.mostBytes = mostBytes;
    this.longest = longest;
  }

  /**
   * The system whose addresses begin with {@code base}.
   *
   * @throws IllegalArgumentException if secrets should not be sent to {@code base}, or {@code http}
   *     is not as {@link #client} is
   */
  public static Remote at(URI base, HttpClient http, Clock clock) {
    if (http.followRedirects() != Redirect.NEVER || http.connectTimeout().isPresent()) {
      throw new IllegalArgumentException(
          "http client must follow no redirects and have no connect timeout of its own");
    }
    return new Remote(
        Addresses.checked(base), http, clock, new Breaker(clock), MOST_BYTES, LONGEST);
  }

  /**
   * A client as {@link #at} wants it. It follows no redirects. It has no connect timeout, since the
   * JDK's keeps the first request of a connection, and so its token, in memory for as long as the
   * connection lasts: the time in which a request ends is that of connecting too.
   */
  public static HttpClient client() {
    return HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
  }

  /** The same with another bound on answers, and the same breaker. */
  public Remote mostBytes(int most) {
    return new Remote(base, http, clock, breaker, most, longest);
  }

  /** The same with another time in which a request ends, and the same breaker. */
  public Remote longest(Duration most) {
    return new Remote(base, http, clock, breaker, mostBytes, most);
  }

  /**
   * A request to an address, which is relative to the base or begins with it.
   *
   * @throws ConnectorException malformed, if it leads elsewhere
   */
  public Request to(String address) throws ConnectorException {
    return new Request(this, HttpRequest.newBuilder(Addresses.within(base, address)));
  }

  Answer send(HttpRequest request) throws ConnectorException, InterruptedException {
    return breaker.guard(() -> answer(request, AGAIN.contains(request.method())));
  }

  /**
   * One answer. A server of HTTP/1.0 closes each connection unannounced: what may be asked twice is
   * asked on another, if one breaks, as the JDK does with {@code GET}.
   */
  private Answer answer(HttpRequest request, boolean mayRepeat)
      throws ConnectorException, InterruptedException {
    CompletableFuture<HttpResponse<List<ByteBuffer>>> answer =
        http.sendAsync(request, head -> new Bounded(mostBytes));
    try {
      HttpResponse<List<ByteBuffer>> response =
          answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body(), clock);
    } catch (ExecutionException failure) {
      if (mayRepeat && isBroken(failure.getCause())) {
        return answer(request, false);
      }
      throw meaning(failure.getCause());
    } catch (TimeoutException late) {
      throw unavailable("no answer within " + longest);
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean isBroken(@Nullable Throwable failure) {
    return failure instanceof IOException
        && !(failure instanceof Bounded.Excess)
        && !(failure instanceof ConnectException);
  }

  private static ConnectorException meaning(@Nullable Throwable failure) {
    return failure instanceof Bounded.Excess excess
        ? ConnectorException.malformed(excess.words())
        : unavailable("no answer: " + name(failure));
  }

  private static String name(@Nullable Throwable failure) {
    return failure == null ? "unknown" : failure.getClass().getSimpleName();
  }

  private static ConnectorException unavailable(String message) {
    return ConnectorException.unavailable(message, Optional.empty());
  }
}
