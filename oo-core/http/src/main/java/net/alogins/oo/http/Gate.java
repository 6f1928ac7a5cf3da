package net.alogins.oo.http;

import java.time.Duration;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/** Whom to let in now, by the {@link Limits}. */
final class Gate {

  /** Everybody, always. */
  static final Gate OPEN = new Gate(Optional.empty());

  private final Optional<Rooms> rooms;

  private record Rooms(Buckets people, AddressLimit addresses, Buckets stray) {}

  private Gate(Optional<Rooms> rooms) {
    this.rooms = rooms;
  }

  static Gate of(Limits limits) {
    return new Gate(
        Optional.of(
            new Rooms(
                buckets(limits, limits.people()),
                new AddressLimit(limits.addresses(), limits.ticker(), limits.processes()),
                buckets(limits, limits.strayFeedback()))));
  }

  private static Buckets buckets(Limits limits, Rate rate) {
    return new Buckets(rate, limits.ticker(), limits.processes());
  }

  /** The same handler, for those who may ask now. */
  Handler before(Handler handler) {
    return call -> {
      rooms.ifPresent(open -> enter(open, call.request().caller()));
      return handler.answer(call);
    };
  }

  private static void enter(Rooms rooms, Caller caller) {
    if (caller.user().isPresent()) {
      admit(rooms.people().take(caller.user().get().value()));
    } else {
      caller.address().ifPresent(address -> admit(rooms.addresses().take(address)));
    }
  }

  private static void admit(Duration left) {
    if (!left.isZero()) {
      throw Refusal.tooMany(left);
    }
  }

  /** Keeps room for stray feedback of {@code user}; whether there was any. */
  boolean holdStray(UserId user) {
    return rooms.map(open -> open.stray().take(user.value()).isZero()).orElse(true);
  }

  /** Gives back the room that was kept for {@code user}: it was not stray. */
  void releaseStray(UserId user) {
    rooms.ifPresent(open -> open.stray().giveBack(user.value()));
  }

  /** Refuses stray feedback of {@code user} until there is room for it again. */
  Refusal stray(UserId user) {
    return Refusal.tooMany(strayLeft(user));
  }

  private Duration strayLeft(UserId user) {
    return rooms.map(open -> open.stray().left(user.value())).orElse(Duration.ZERO);
  }
}
