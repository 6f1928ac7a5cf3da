package net.alogins.oo.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses that begin alike. */
final class Network {

  /** How many bytes an address of IPv4 has. */
  static final int IPV4 = 4;

  private final byte[] first;
  private final int bits;

  private Network(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /** Those whose first {@code bits} are those of {@code address}, which is written in numbers. */
  static Network of(String address, int bits) {
    try {
      return new Network(InetAddress.getByName(address).getAddress(), bits);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(address + " must be an address in numbers", impossible);
    }
  }

  boolean has(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int difference = address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE];
      if ((difference >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
        return false;
      }
    }
    return true;
  }
}
