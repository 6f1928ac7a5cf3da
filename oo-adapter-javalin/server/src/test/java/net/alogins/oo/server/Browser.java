package net.alogins.oo.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A browser without any manners of its own but two: it keeps cookies, and keeps those to itself
 * that a form of another site must not bring. It follows nothing, and sends whatever headers it is
 * told to.
 */
final class Browser {

  private static final String FOREIGN = "Sec-Fetch-Site: cross-site";
  private static final int PATIENCE_MILLIS = 10_000;

  /** What came back. */
  record Page(int status, List<String> head, String body) {

    static Page of(String response) {
      String[] parts = response.split("\r\n\r\n", 2);
      List<String> head = List.of(parts[0].split("\r\n", -1));
      return new Page(Integer.parseInt(head.get(0).split(" ", -1)[1]), head, parts[1]);
    }

    Optional<String> header(String name) {
      return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    /** Where it sends the browser. */
    URI location() {
      return URI.create(header("Location").orElseThrow());
    }
  }

  private final URI server;
  private final String host;

  /** The cookies that it has. */
  final Map<String, String> cookies = new LinkedHashMap<>();

  /** Those that go along with forms of other pages, too. */
  private final Set<String> everywhere = new HashSet<>();

  Browser(URI server) {
    this(server, server.getAuthority());
  }

  /** One that knows the server by another name. */
  Browser(URI server, String host) {
    this.server = server;
    this.host = host;
  }

  Page get(String path, String... headers) throws IOException {
    return send("GET " + path, "", headers);
  }

  Page post(String path, String body, String... headers) throws IOException {
    return send("POST " + path, body, headers);
  }

  /** As the server's own page sends it. */
  Page postFromPage(String path, String body) throws IOException {
    return post(path, body, json(), "Origin: http://" + host, "X-OO: page");
  }

  /** As the server's own page sends it. */
  Page deleteFromPage(String path) throws IOException {
    return send("DELETE " + path, "", "Origin: http://" + host, "X-OO: page");
  }

  /** As any page may send it. */
  Page delete(String path, String... headers) throws IOException {
    return send("DELETE " + path, "", headers);
  }

  static String json() {
    return "Content-Type: application/json";
  }

  private Page send(String line, String body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of(line + " HTTP/1.1", "Host: " + host));
    lines.add("Connection: close");
    String sent = cookieHeader(line.startsWith("POST") && List.of(headers).contains(FOREIGN));
    if (!sent.isEmpty()) {
      lines.add("Cookie: " + sent);
    }
    if (line.startsWith("POST")) {
      lines.add("Content-Length: " + body.length());
    }
    lines.addAll(List.of(headers));
    Page page = Page.of(raw(String.join("\r\n", lines) + "\r\n\r\n" + body));
    page.headers("Set-Cookie").forEach(this::keep);
    return page;
  }

  private String cookieHeader(boolean isForeign) {
    return cookies.entrySet().stream()
        .filter(cookie -> !isForeign || everywhere.contains(cookie.getKey()))
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("SameSite=None")) {
      everywhere.add(pair[0]);
    }
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
