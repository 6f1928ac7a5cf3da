package net.alogins.oo.wire;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Instants, to the millisecond, which is what events have. */
final class Times {

  private static final int NANOS_OF_MILLI = 1_000_000;

  private Times() {}

  static Timestamp of(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano() / NANOS_OF_MILLI * NANOS_OF_MILLI)
        .build();
  }

  static Instant of(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }
}
