package net.alogins.oo.todotxt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.todotxt.Listing.Open;

/**
 * An open task, as it may be suggested.
 *
 * @param candidate the task
 * @param from the first day on which it may be
 */
record Offer(Candidate candidate, Optional<LocalDate> from) {

  private static final int LONGEST_KIND = 64;
  private static final int LEAST_URGENT = 4;
  private static final String DEFAULT_KIND = "task";

  /** The open tasks of all files, in order. */
  static List<Offer> all(List<Listing> listings) {
    Map<Long, Integer> counts = new HashMap<>();
    listings.forEach(
        listing -> listing.tasks().forEach(task -> counts.put(listing.words(task.index()), 0)));
    List<Offer> offers = new ArrayList<>();
    listings.forEach(listing -> add(listing, counts, offers));
    return List.copyOf(offers);
  }

  /** Walks through the lines, counting those whose words some open task has. */
  private static void add(Listing listing, Map<Long, Integer> counts, List<Offer> offers) {
    int line = 0;
    for (Open task : listing.tasks()) {
      for (; line <= task.index(); line++) {
        counts.computeIfPresent(listing.words(line), (words, count) -> count + 1);
      }
      long words = listing.words(task.index());
      offers.add(of(new Key(words, counts.getOrDefault(words, 1)), Line.parse(task.text())));
    }
    for (; line < listing.size(); line++) {
      counts.computeIfPresent(listing.words(line), (words, count) -> count + 1);
    }
  }

  static Offer of(Key key, Line line) {
    Description description = line.description();
    Candidate candidate =
        new Candidate(
            new CandidateId(TodoTxt.NAME, key.toString()),
            new Provenance.Listed(),
            Legible.cut(description.title(), Candidate.LONGEST_TITLE),
            Legible.cut(description.kind().orElse(DEFAULT_KIND), LONGEST_KIND),
            description.link(),
            description.due(),
            line.created().flatMap(Values::day),
            description.minutes(),
            line.priority().map(Offer::urgency).orElse(OptionalInt.empty()),
            Attributes.none());
    return new Offer(candidate, description.threshold());
  }

  private static OptionalInt urgency(String letter) {
    return OptionalInt.of(Math.min(letter.charAt(0) - 'A' + 1, LEAST_URGENT));
  }

  boolean standsOn(LocalDate day) {
    return from.isEmpty() || !day.isBefore(from.get());
  }
}
