package net.alogins.oo.llm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is taken of a model's suggestions: clean, new, each once, and no more than were asked. */
final class Screening {

  private static final int MOST_MINUTES = 480;
  private static final int MOST_READ = 100;

  private final Prompt prompt;
  private final Set<String> words;
  private final Set<String> tasks;
  private final Counts counts;

  Screening(Prompt prompt, Wish wish, Counts counts) {
    this.prompt = prompt;
    this.words = wish.situation().words();
    this.tasks = wish.essences();
    this.counts = counts;
  }

  /** The first {@code most} of {@code suggestions} that can be taken; the others are counted. */
  List<Suggestion> of(List<Suggestion> suggestions, int most) {
    Set<String> seen = new HashSet<>();
    List<Suggestion> taken = new ArrayList<>();
    for (int i = 0; i < suggestions.size(); i++) {
      Suggestion each = suggestions.get(i);
      if (i >= MOST_READ) {
        counts.rejected(Rejection.TOO_MANY);
        continue;
      }
      Cleaning.Verdict verdict = Cleaning.of(each.title(), words);
      String essence = PlainText.essence(verdict.text());
      Optional<Rejection> why =
          verdict.rejection().or(() -> rejection(each, essence, seen, taken.size() >= most));
      why.ifPresentOrElse(
          counts::rejected, () -> taken.add(new Suggestion(verdict.text(), each.minutes())));
      seen.add(essence);
    }
    return List.copyOf(taken);
  }

  private Optional<Rejection> rejection(
      Suggestion each, String essence, Set<String> seen, boolean full) {
    if (each.minutes() < 1 || each.minutes() > MOST_MINUTES) {
      return Optional.of(Rejection.MINUTES);
    }
    if (tasks.contains(essence)) {
      return Optional.of(Rejection.TASK);
    }
    if (seen.contains(essence)) {
      return Optional.of(Rejection.REPEATED);
    }
    if (prompt.says(essence)) {
      return Optional.of(Rejection.ECHO);
    }
    return full ? Optional.of(Rejection.TOO_MANY) : Optional.empty();
  }
}
