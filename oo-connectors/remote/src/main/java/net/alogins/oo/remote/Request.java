package net.alogins.oo.remote;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.alogins.oo.signal.ConnectorException;

/**
 * A request that has not been sent. What lets it in is seen by nobody but the system it goes to.
 */
public final class Request {

  private final Remote remote;
  private final HttpRequest.Builder http;

  Request(Remote remote, HttpRequest.Builder http) {
    this.remote = remote;
    this.http = http.header("Accept", "application/json").header("User-Agent", "oO");
  }

  /**
   * Lets itself in by a token.
   *
   * @throws ConnectorException revoked, if no token looks like this
   */
  public Request bearer(byte[] token) throws ConnectorException {
    for (byte character : token) {
      if (character <= ' ' || character > '~') {
        throw ConnectorException.revoked("token must be visible ASCII");
      }
    }
    return header("Authorization", "Bearer " + new String(token, StandardCharsets.US_ASCII));
  }

  /** Lets itself in by a name and a password. */
  public Request basic(String name, byte[] password) {
    byte[] first = (name + ":").getBytes(StandardCharsets.UTF_8);
    byte[] pair =
        ByteBuffer.allocate(first.length + password.length).put(first).put(password).array();
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Has a header more. */
  public Request header(String name, String value) {
    http.header(name, value);
    return this;
  }

  /** Gets what is there. */
  public Answer get() throws ConnectorException, InterruptedException {
    return remote.send(http.GET().build());
  }

  /** Posts a JSON object of these members: texts, numbers, booleans, lists and maps of them. */
  public Answer post(Map<String, ?> members) throws ConnectorException, InterruptedException {
    return send("POST", members);
  }

  /** Patches with a JSON object of such members. */
  public Answer patch(Map<String, ?> members) throws ConnectorException, InterruptedException {
    return send("PATCH", members);
  }

  /** Takes an answer of these types, and not of JSON. */
  public Request accept(String types) {
    http.setHeader("Accept", types);
    return this;
  }

  /**
   * Sends what is not JSON.
   *
   * @param type the type of the body
   */
  public Answer send(String method, String type, byte[] body)
      throws ConnectorException, InterruptedException {
    http.header("Content-Type", type);
    return remote.send(http.method(method, BodyPublishers.ofByteArray(body)).build());
  }

  private Answer send(String method, Map<String, ?> members)
      throws ConnectorException, InterruptedException {
    http.header("Content-Type", "application/json");
    return remote.send(http.method(method, BodyPublishers.ofString(Json.write(members))).build());
  }
}
