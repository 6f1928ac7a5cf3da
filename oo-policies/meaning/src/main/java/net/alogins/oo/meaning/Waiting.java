package net.alogins.oo.meaning;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.id.UserId;

/** Titles whose meaning is not known yet, of a bounded number of people, who take turns. */
final class Waiting {

  static final int MOST_PEOPLE = 64;
  static final int MOST_TITLES = 256;
  static final int MOST_AT_ONCE = 64;

  /** Titles of one person. */
  record Batch(UserId user, List<String> titles) {}

  private final Map<UserId, Set<String>> all = new LinkedHashMap<>();

  /** Whether it is there now; else there was no room. */
  synchronized boolean add(UserId user, String title) {
    Set<String> own = all.get(user);
    if (own == null) {
      if (all.size() >= MOST_PEOPLE) {
        return false;
      }
      own = new LinkedHashSet<>();
      all.put(user, own);
    }
    return own.contains(title) || (own.size() < MOST_TITLES && own.add(title));
  }

  /** Some titles of whoever waits longest; they are not here any more. */
  synchronized Optional<Batch> next() {
    Iterator<Map.Entry<UserId, Set<String>>> people = all.entrySet().iterator();
    if (!people.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<UserId, Set<String>> first = people.next();
    UserId user = first.getKey();
    Set<String> own = first.getValue();
    people.remove();
    List<String> some = own.stream().limit(MOST_AT_ONCE).toList();
    some.forEach(own::remove);
    if (!own.isEmpty()) {
      all.put(user, own);
    }
    return Optional.of(new Batch(user, some));
  }

  synchronized boolean isEmpty() {
    return all.isEmpty();
  }

  /** Forgets those of {@code user}. */
  synchronized void remove(UserId user) {
    all.remove(user);
  }

  synchronized void clear() {
    all.clear();
  }
}
