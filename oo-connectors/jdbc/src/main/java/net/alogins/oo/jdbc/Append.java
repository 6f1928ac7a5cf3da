package net.alogins.oo.jdbc;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;

/** One caller's append, encoded on the caller's own thread; the rest happens under the lock. */
final class Append {

  private enum Stage {
    WAITING,
    SETTLED,
    FAILED
  }

  private final List<? extends Event> events;
  private final List<byte[]> bodies;
  private Stage stage = Stage.WAITING;
  private List<Appended> outcome = List.of();
  private StoreException cause = new StoreException("an append must be committed first");

  private Append(List<? extends Event> events, List<byte[]> bodies) {
    this.events = events;
    this.bodies = bodies;
  }

  static Append of(List<? extends Event> events) {
    List<Event> own = List.copyOf(events);
    return new Append(own, own.stream().map(EventCodec::encode).toList());
  }

  boolean isWaiting() {
    return stage == Stage.WAITING;
  }

  void writeTo(LogWriter log) {
    outcome =
        IntStream.range(0, events.size())
            .mapToObj(i -> log.write(events.get(i), bodies.get(i)))
            .toList();
  }

  List<Appended> map(BiFunction<Event, byte[], Appended> each) {
    return IntStream.range(0, events.size())
        .mapToObj(i -> each.apply(events.get(i), bodies.get(i)))
        .toList();
  }

  void recorded(List<Appended> all) {
    outcome = all;
  }

  void settle() {
    stage = Stage.SETTLED;
  }

  void fail(Throwable failure) {
    cause = new StoreException("the log must be writable", failure);
    stage = Stage.FAILED;
  }

  List<Appended> outcome() {
    if (stage != Stage.SETTLED) {
      throw cause;
    }
    return outcome;
  }
}
