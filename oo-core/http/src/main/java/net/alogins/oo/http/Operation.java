package net.alogins.oo.http;

import java.util.function.Function;

/**
 * One operation of {@code openapi.yaml}. A host mounts it under its method and path, asks who the
 * user is when {@link #needsUser} says so, and what they may when {@link #role} is not {@link
 * Role#NONE}, and hands every request to {@link #answer}.
 */
public final class Operation {

  /** The methods that the contract uses. */
  public enum Method {
    /** Reads, and changes nothing. */
    GET,
    /** Adds something, and has a JSON body. */
    POST,
    /** Replaces something, and has a JSON body. */
    PUT
  }

  private final String id;
  private final Method method;
  private final String path;
  private final boolean needsUser;
  private final Role role;
  private final Function<Request, Response> handler;

  Operation(
      String id,
      Method method,
      String path,
      boolean needsUser,
      Role role,
      Function<Request, Response> handler) {
    this.id = id;
    this.method = method;
    this.path = path;
    this.needsUser = needsUser;
    this.role = role;
    this.handler = handler;
  }

  /** Its operationId. */
  public String id() {
    return id;
  }

  /** Its method. */
  public Method method() {
    return method;
  }

  /**
   * Its path, from the root. A segment {@code {name}} stands for any one segment; where two paths
   * fit, the operation that is listed first is meant.
   */
  public String path() {
    return path;
  }

  /** Whether it must be known who asks; if so, a request without a user is answered with 401. */
  public boolean needsUser() {
    return needsUser;
  }

  /** The least role that may have it done; a request of anybody else is answered with 403. */
  public Role role() {
    return role;
  }

  /** The answer to {@code request}: always an answer, never an exception. Blocks; any thread. */
  public Response answer(Request request) {
    return handler.apply(request);
  }

  @Override
  public String toString() {
    return id + " (" + method + " " + path + ")";
  }
}
