package net.alogins.oo.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request by HTTP/1.0 and its answer, on a connection of their own.
 *
 * @param headers by their names, in any case
 */
record Exchange(int status, Map<String, String> headers, String body) {

  private static final String END = "\r\n\r\n";

  static Exchange of(URI at, String method, Map<String, String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder("%s %s HTTP/1.0\r\n".formatted(method, at.getRawPath()));
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append(END);
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      OutputStream out = socket.getOutputStream();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      all.writeBytes(body);
      out.write(all.toByteArray());
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Exchange read(String answer) {
    int end = answer.indexOf(END);
    String[] head = answer.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < head.length; i++) {
      String[] header = head[i].split(": ", 2);
      headers.put(header[0], header[1]);
    }
    int status = Integer.parseInt(head[0].split(" ", -1)[1]);
    return new Exchange(status, headers, answer.substring(end + END.length()));
  }
}
