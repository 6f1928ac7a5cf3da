package net.alogins.oo.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Addresses of the web that lead inside, or may be read so. */
final class Inside {

  /** Whatever is not refused by its looks is looked up; what these names lead to is said here. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("localtest.example", List.of("127.0.0.1")),
          Map.entry("127.0.0.1.wild.example", List.of("127.0.0.1")),
          Map.entry("localhost.localdomain", List.of("127.0.0.1")),
          Map.entry("foo.localhost", List.of("127.0.0.1", "::1")),
          Map.entry("six.example", List.of("::1")),
          Map.entry("mapped.example", List.of("::ffff:127.0.0.1")),
          Map.entry("translated.example", List.of("64:ff9b::7f00:1")),
          Map.entry("sixtofour.example", List.of("2002:7f00:1::")),
          Map.entry("teredo.example", List.of("2001:0:7f00:1::")),
          Map.entry("metadata.example", List.of("169.254.169.254")),
          Map.entry("private.example", List.of("10.0.0.1")),
          Map.entry("ula.example", List.of("fd00:ec2::254")),
          Map.entry("zero.example", List.of("0.0.0.0")),
          Map.entry("zerosix.example", List.of("::")),
          Map.entry("mixed.example", List.of("8.8.8.8", "127.0.0.1")),
          Map.entry("mixedsix.example", List.of("2606:4700::1111", "::1")));

  /** The port is the canary's. */
  static final List<String> FORMS =
      List.of(
          "//localhost:PORT/",
          "//LOCALHOST:PORT/",
          "//LocalHost:PORT/",
          "//localhost.:PORT/",
          "//localhost.localdomain:PORT/",
          "//foo.localhost:PORT/",
          "//ip6-localhost:PORT/",
          "//127.0.0.1:PORT/",
          "//127.0.0.1.:PORT/",
          "//127.1:PORT/",
          "//127.0.1:PORT/",
          "//127.000.000.001:PORT/",
          "//0177.0.0.1:PORT/",
          "//0177.0.0.01:PORT/",
          "//017700000001:PORT/",
          "//2130706433:PORT/",
          "//0x7f000001:PORT/",
          "//0x7f.0x0.0x0.0x1:PORT/",
          "//0x7F.1:PORT/",
          "//127.0.0.0x1:PORT/",
          "//6425673729:PORT/",
          "//127.255.255.254:PORT/",
          "//0:PORT/",
          "//0.0.0.0:PORT/",
          "//[::1]:PORT/",
          "//[0:0:0:0:0:0:0:1]:PORT/",
          "//[0000::0001]:PORT/",
          "//[::]:PORT/",
          "//[::ffff:127.0.0.1]:PORT/",
          "//[::ffff:7f00:1]:PORT/",
          "//[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
          "//[::127.0.0.1]:PORT/",
          "//[64:ff9b::127.0.0.1]:PORT/",
          "//[2002:7f00:1::]:PORT/",
          "//[::1%25lo]:PORT/",
          "//[::1%lo]:PORT/",
          "//[fe80::1%25lo]:PORT/",
          "//169.254.169.254:PORT/latest/meta-data/",
          "//2852039166:PORT/",
          "//0xa9fea9fe:PORT/",
          "//[fd00:ec2::254]:PORT/",
          "//example.org@127.0.0.1:PORT/",
          "//example.org:443@127.0.0.1:PORT/",
          "//127.0.0.1:PORT@example.org/",
          "//example.org%40127.0.0.1:PORT/",
          "//example.org\\@127.0.0.1:PORT/",
          "//127.0.0.1:PORT\\@example.org/",
          "//example.org#@127.0.0.1:PORT/",
          "//127.0.0.1:PORT#.example.org/",
          "//127.0.0.1%00.example.org:PORT/",
          "//127.0.0.1%2eexample.org:PORT/",
          "//127。0。0。1:PORT/",
          "//①②⑦.⓪.⓪.①:PORT/",
          "//ⓛocalhost:PORT/",
          "// 127.0.0.1:PORT/",
          "//127.0.0.1 :PORT/",
          "//127.0.0.1\t:PORT/",
          "//127.0.0.1\r\n.example.org:PORT/",
          "/127.0.0.1:PORT/",
          "///127.0.0.1:PORT/",
          "127.0.0.1:PORT/",
          "//:PORT/",
          "//",
          "//localtest.example:PORT/",
          "//LOCALTEST.example:PORT/",
          "//127.0.0.1.wild.example:PORT/",
          "//six.example:PORT/",
          "//mapped.example:PORT/",
          "//translated.example:PORT/",
          "//sixtofour.example:PORT/",
          "//teredo.example:PORT/",
          "//metadata.example:PORT/",
          "//private.example:PORT/",
          "//ula.example:PORT/",
          "//zero.example:PORT/",
          "//zerosix.example:PORT/",
          "//mixed.example:PORT/",
          "//mixedsix.example:PORT/",
          "//localtest.example:99999/",
          "//localtest.example:0/");

  /** With the whole of the address, scheme included. */
  static final List<String> OTHERS =
      List.of(
          "ftp://localtest.example:PORT/",
          "file:///etc/passwd",
          "file://127.0.0.1/etc/passwd",
          "gopher://127.0.0.1:PORT/_POST",
          "dict://127.0.0.1:PORT/",
          "jar:https://localtest.example:PORT/!/",
          "unix:///run/docker.sock",
          "javascript:alert(1)",
          "//127.0.0.1:PORT/",
          "");

  private Inside() {}

  /** What a name leads to here; whatever else is there has to be refused before it is looked up. */
  static InetAddress[] lookUp(String host) throws UnknownHostException {
    return addresses(
        Optional.ofNullable(NAMES.get(host)).orElseThrow(() -> new AssertionError(host)));
  }

  private static InetAddress[] addresses(List<String> numbers) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String one : numbers) {
      addresses.add(InetAddress.getByName(one));
    }
    return addresses.toArray(InetAddress[]::new);
  }
}
