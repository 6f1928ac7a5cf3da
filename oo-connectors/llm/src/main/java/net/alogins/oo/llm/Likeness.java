package net.alogins.oo.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes out the suggestions that mean the same as a task, where there is an embedder. Where it does
 * not answer, nothing is taken out: that it repeats a task in other words harms nobody.
 *
 * @param embedder the embedder, if any
 * @param counts where what happens is counted
 */
record Likeness(Optional<Embedder> embedder, Counts counts) {

  private static final int MOST_TASKS = 50;

  List<Suggestion> without(List<Suggestion> suggestions, Wish wish) {
    if (embedder.isEmpty() || suggestions.isEmpty()) {
      return suggestions;
    }
    List<String> tasks =
        wish.titles().stream()
            .limit(MOST_TASKS)
            .map(title -> Pseudonymous.text(PlainText.line(title)))
            .filter(title -> !title.isEmpty())
            .toList();
    List<String> all = new ArrayList<>(tasks);
    suggestions.forEach(suggestion -> all.add(suggestion.title()));
    try {
      wish.requireConsent();
      embedder.get().learn(all);
    } catch (Failure failure) {
      counts.add("embedder.failed");
      return suggestions;
    }
    return suggestions.stream().filter(each -> isNew(each, tasks, embedder.get())).toList();
  }

  private boolean isNew(Suggestion suggestion, List<String> tasks, Embedder known) {
    if (known.isSame(suggestion.title(), tasks)) {
      counts.rejected(Rejection.SIMILAR);
      return false;
    }
    return true;
  }
}
