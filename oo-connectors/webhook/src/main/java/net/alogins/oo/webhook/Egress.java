package net.alogins.oo.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.remote.RetryAfter;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends to addresses that strangers have named, and never to a machine inside: by https, to hosts
 * that are names, whose every address is out in the internet. A name is looked up once for each
 * sending, and the connection made to what was found and checked. No redirect is followed, nothing
 * of an answer is read but its status and how long it asks to wait, and each sending ends within a
 * time. Calls may come from any thread.
 */
public final class Egress implements AutoCloseable {

  /** The longest body, in bytes. */
  public static final int LONGEST = 256 << 10;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<String> hosts;
  private final boolean isPlainFine;
  private final CloseableHttpClient client;
  private final Duration patience;
  private final ScheduledThreadPoolExecutor deadlines;

  /**
   * What is read of an answer.
   *
   * @param status its status
   * @param retryAfter how long it asks to wait, as it says so
   * @param date what time it has, if it says so
   */
  public record Answer(int status, Optional<String> retryAfter, Optional<String> date) {

    /**
     * How long it asks to wait, at most an hour; empty if it does not, or not so that it is
     * understood.
     */
    public Optional<Duration> pause(Instant now) {
      return retryAfter.flatMap(value -> RetryAfter.of(value, date, now));
    }

    private static Answer of(ClassicHttpResponse response) {
      return new Answer(
          response.getCode(),
          text(response.getFirstHeader("Retry-After")),
          text(response.getFirstHeader("Date")));
    }

    private static Optional<String> text(@Nullable Header header) {
      return Optional.ofNullable(header).map(Header::getValue);
    }
  }

  private Egress(Guard guard, List<String> hosts, Wiring wiring) {
    this.hosts = List.copyOf(hosts);
    this.isPlainFine = wiring.isPlainFine();
    this.client = wiring.client(guard);
    this.patience = wiring.patience();
    this.deadlines = new ScheduledThreadPoolExecutor(1, Egress::daemon);
    deadlines.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "oo-egress");
    thread.setDaemon(true);
    return thread;
  }

  /** One that sends to any host out there. */
  public static Egress toAnybody() {
    return to(List.of());
  }

  /**
   * One that sends to these hosts alone, if they are out there.
   *
   * @param hosts names in lower case; one that begins with a dot is for all that end with it; none
   *     is any
   */
  public static Egress to(List<String> hosts) {
    Guard guard = new Guard(InetAddress::getAllByName, Reach::isPublic);
    return of(guard, hosts, Wiring.usual(PATIENCE));
  }

  static Egress of(Guard guard, List<String> hosts, Wiring wiring) {
    return new Egress(guard, hosts, wiring);
  }

  /**
   * Looks whether anything may ever be sent to {@code address}, by how it is written; for when
   * somebody names it. Nobody is asked where its host is: the answer would tell what names there
   * are inside. That is checked at each sending.
   *
   * @throws EgressException if nothing may
   */
  public void check(String address) throws EgressException {
    destination(address);
  }

  /**
   * Sends {@code body} to {@code address}, and returns what is read of the answer.
   *
   * @param address where to; it is checked again
   * @param headers the headers, but for those that HTTP sees to itself
   * @param body JSON, at most {@link #LONGEST} bytes
   * @throws EgressException if it is not sent, or nobody answers in time
   */
  public Answer post(String address, Map<String, String> headers, byte[] body)
      throws EgressException {
    if (body.length > LONGEST) {
      throw EgressException.refused("a webhook's body must be at most " + LONGEST + " bytes");
    }
    HttpPost post = new HttpPost(destination(address).uri());
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    Future<?> deadline =
        deadlines.schedule(post::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answer(post);
    } catch (IOException failed) {
      throw failure(failed);
    } finally {
      deadline.cancel(false);
    }
  }

  private Answer answer(HttpPost post) throws IOException {
    ClassicHttpResponse response = client.executeOpen(null, post, null);
    try {
      return Answer.of(response);
    } finally {
      drop(post, response);
    }
  }

  /** Cuts the connection first, so that closing the answer does not read the rest of it. */
  private static void drop(HttpPost post, ClassicHttpResponse response) {
    post.cancel();
    try {
      response.close();
    } catch (IOException cut) {
      // as it should be
    }
  }

  private static EgressException failure(IOException failure) {
    return failure instanceof Guard.RefusedException refused
        ? EgressException.refused(String.valueOf(refused.getMessage()))
        : EgressException.unreachable();
  }

  private Destination destination(String address) throws EgressException {
    Destination destination = Destination.of(address, isPlainFine);
    if (!hosts.isEmpty() && hosts.stream().noneMatch(host -> isOf(destination.host(), host))) {
      throw EgressException.refused("a webhook's host must be one of those that are allowed");
    }
    return destination;
  }

  private static boolean isOf(String host, String allowed) {
    return allowed.startsWith(".") ? host.endsWith(allowed) : host.equals(allowed);
  }

  /** Ends what is being sent; twice is fine. */
  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
