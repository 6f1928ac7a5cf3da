package net.alogins.oo.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What addresses have in common that one caller can have. */
final class Network {

  private static final int BYTES = 8;
  private static final Pattern IPV6 = Pattern.compile("(?=[^:]*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

  /** How web servers write IPv6, and what is only of meaning on this machine. */
  private static final Pattern DRESSED = Pattern.compile("\\[?([^\\[\\]%]*)(%[^\\]]*)?]?");

  private Network() {}

  /**
   * The network of {@code address}: of IPv6 that is its first 64 bits, since whoever has one has
   * all of its addresses, with or without brackets and zone; anything else is one of its own.
   */
  static String of(String address) {
    String bare = DRESSED.matcher(address).replaceFirst("$1");
    if (!IPV6.matcher(bare).matches()) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(bare).getAddress();
      return bytes.length > BYTES ? Arrays.toString(Arrays.copyOf(bytes, BYTES)) : bare;
    } catch (UnknownHostException none) {
      return address;
    }
  }
}
