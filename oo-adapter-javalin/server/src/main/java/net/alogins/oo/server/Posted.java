package net.alogins.oo.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** What is done with the bytes of a request as they came, before anybody has read them. */
@FunctionalInterface
interface Posted {

  /** Takes {@code body}. */
  void take(Context request, byte[] body) throws IOException, InterruptedException;

  /** A handler that lets {@code posted} take a body of at most {@code largest} bytes. */
  static Handler upTo(int largest, Posted posted) {
    return request -> {
      byte[] body = request.bodyInputStream().readNBytes(largest + 1);
      if (body.length > largest) {
        Problems.answer(request, 413, "body must be at most " + largest + " bytes");
      } else {
        posted.take(request, body);
      }
    };
  }
}
