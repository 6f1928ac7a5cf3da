package net.alogins.oo.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Asks for the addresses of a name, once, and gives them away only if every one of them may be
 * connected to. Connections are made to what it gives, so that nobody asks again in between.
 */
final class Guard implements DnsResolver {

  /** Where addresses of names are had. */
  @FunctionalInterface
  interface Names {

    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** A name leads to where nothing is sent. */
  static final class RefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedException() {
      super("a webhook's host must have addresses out in the internet, and no other");
    }
  }

  private final Names names;
  private final Predicate<InetAddress> isReachable;

  Guard(Names names, Predicate<InetAddress> isReachable) {
    this.names = names;
    this.isReachable = isReachable;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.of(host);
    if (addresses.length == 0 || !Stream.of(addresses).allMatch(isReachable)) {
      throw new RefusedException();
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
