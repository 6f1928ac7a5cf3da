package net.alogins.oo.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;

/** Reactions on their way: those whose time has come arrive in any order. */
final class Post {

  /**
   * A reaction on its way.
   *
   * @param given when it was given
   * @param due when it can arrive
   * @param number in the order in which they were given
   * @param tries how often it was sent again
   */
  record Letter(
      Instant given, Instant due, long number, int tries, UserId user, Reaction reaction) {

    Letter again(Instant newDue) {
      return new Letter(given, newDue, number, tries + 1, user, reaction);
    }
  }

  private static final int KEPT_ONE_IN = 4;

  private final SplittableRandom random;
  private final List<Letter> letters = new ArrayList<>();
  private long numbers;

  Post(SplittableRandom random) {
    this.random = random;
  }

  void send(Instant now, Instant due, UserId user, Reaction reaction) {
    letters.add(new Letter(now, due, numbers++, 0, user, reaction));
  }

  /** {@code letter} did not arrive, or nobody knows. */
  void sendAgain(Letter letter, Instant due) {
    letters.add(letter.again(due));
  }

  /** Most of those that nobody ever tried to deliver never arrive. */
  void loseUnsent() {
    letters.removeIf(letter -> letter.tries() == 0 && random.nextInt(KEPT_ONE_IN) > 0);
  }

  /** One of those that can have arrived. */
  Optional<Letter> arriving(Instant now) {
    List<Letter> due = letters.stream().filter(letter -> !letter.due().isAfter(now)).toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Letter letter = due.get(random.nextInt(due.size()));
    letters.remove(letter);
    return Optional.of(letter);
  }

  /** Whether one that was given earlier, about the same tip, is still on its way. */
  boolean isOvertaking(Letter letter) {
    return letters.stream()
        .anyMatch(
            other ->
                other.number() < letter.number()
                    && other.reaction().tip().equals(letter.reaction().tip()));
  }

  /** When the next can arrive. */
  Optional<Instant> next() {
    return letters.stream().map(Letter::due).min(Instant::compareTo);
  }
}
