package net.alogins.oo.webhook;

import java.net.InetAddress;
import java.util.List;

/** Which addresses are out there in the internet, each of them for one machine of anybody's. */
final class Reach {

  /** What is not, or is no place to send to, by the registries of special addresses of IANA. */
  private static final List<Network> ELSEWHERE =
      List.of(
          Network.of("0.0.0.0", 8), // this network
          Network.of("10.0.0.0", 8), // private
          Network.of("100.64.0.0", 10), // shared behind a carrier's NAT
          Network.of("127.0.0.0", 8), // loopback
          Network.of("168.63.129.16", 32), // a cloud's own service
          Network.of("169.254.0.0", 16), // link-local, and there the metadata of clouds
          Network.of("172.16.0.0", 12), // private
          Network.of("192.0.0.0", 24), // protocols
          Network.of("192.0.2.0", 24), // documentation
          Network.of("192.31.196.0", 24), // AS112
          Network.of("192.52.193.0", 24), // AMT
          Network.of("192.88.99.0", 24), // relays of 6to4
          Network.of("192.168.0.0", 16), // private
          Network.of("192.175.48.0", 24), // AS112
          Network.of("198.18.0.0", 15), // benchmarks
          Network.of("198.51.100.0", 24), // documentation
          Network.of("203.0.113.0", 24), // documentation
          Network.of("224.0.0.0", 3), // multicast, reserved, broadcast
          Network.of("2001::", 23), // protocols, and there Teredo
          Network.of("2001:db8::", 32), // documentation
          Network.of("2002::", 16), // 6to4
          Network.of("2620:4f:8000::", 48), // AS112
          Network.of("3fff::", 20)); // documentation

  /**
   * All else of IPv6 is not there, or is no machine: loopback, mapped and translated IPv4, private,
   * link-local, multicast.
   */
  private static final Network GLOBAL = Network.of("2000::", 3);

  private Reach() {}

  /** Whether {@code address} is of that kind. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (bytes.length == Network.IPV4 || GLOBAL.has(bytes))
        && ELSEWHERE.stream().noneMatch(network -> network.has(bytes));
  }
}
