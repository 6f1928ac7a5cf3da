package net.alogins.oo.event;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event with its place in the log.
 *
 * @param seq its number: 1 or more, growing, never used again
 * @param event what happened
 */
public record Recorded(long seq, Event event) {

  /** The events of one type among {@code rows}, in their order. */
  public static <E extends Event> Stream<E> events(Class<E> type, List<Recorded> rows) {
    return rows.stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
  }
}
