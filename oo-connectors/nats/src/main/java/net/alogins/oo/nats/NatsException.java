package net.alogins.oo.nats;

/** NATS could not be asked, or said no. */
public final class NatsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NatsException(String message) {
    super(message);
  }

  NatsException(String message, Throwable cause) {
    super(message, cause);
  }
}
