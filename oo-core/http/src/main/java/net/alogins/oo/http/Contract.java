package net.alogins.oo.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The contract itself, {@code openapi.yaml}. */
final class Contract {

  private static final Response SERVED = Response.yaml(read("/oo-http/openapi.yaml"));

  private Contract() {}

  static Response served() {
    return SERVED;
  }

  private static String read(String resource) {
    try (InputStream in = Contract.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
