package net.alogins.oo.meaning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.alogins.oo.meaning.Embeddings.NotAsked;
import net.alogins.oo.meaning.Embeddings.Refused;
import net.alogins.oo.meaning.Embeddings.Vectors;

/**
 * Asks for some texts of one person at once, and for halves of what is refused, until it is known
 * which text that is for; of n texts with at most 2 log2(n) + 1 requests, so that each time one
 * text is answered or found at the least.
 */
final class Halving {

  /** So many texts that fail alone, while none is answered, are no fault of the texts. */
  private static final int OUTAGE = 2;

  private final Embeddings embeddings;
  private final Space space;
  private final Counts counts;
  private final BooleanSupplier may;
  private final Deque<List<String>> parts = new ArrayDeque<>();
  private final List<String> doubted = new ArrayList<>();
  private int usable;

  /**
   * Asks for one person.
   *
   * @param may looked at just before each request, and before its answer is kept
   */
  Halving(Embeddings embeddings, Space space, Counts counts, BooleanSupplier may) {
    this.embeddings = embeddings;
    this.space = space;
    this.counts = counts;
    this.may = may;
  }

  /**
   * Has what is answered to {@code absent}, which are among the texts of titles, kept.
   *
   * @return how many of them had a usable answer
   */
  int ask(Map<String, String> texts, List<String> absent) {
    long before = space.answers();
    if (!absent.isEmpty()) {
      parts.push(absent);
    }
    int most = 1 + 2 * log2(absent.size());
    for (int i = 0; i < most && !parts.isEmpty() && may.getAsBoolean(); i++) {
      next(texts, parts.pop());
    }
    doubted.forEach(text -> space.doubt(text, before));
    return usable;
  }

  /** Rounded up. */
  private static int log2(int number) {
    return number < 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
  }

  private void next(Map<String, String> texts, List<String> part) {
    Optional<Vectors> answer = answer(part);
    if (answer.isEmpty()) {
      return;
    }
    if (may.getAsBoolean()) {
      usable += space.answered(texts, part, answer.get());
    } else {
      parts.clear();
    }
  }

  private Optional<Vectors> answer(List<String> part) {
    boolean wasAsked = true;
    try {
      Vectors answer = embeddings.of(part);
      if (answer.vectors().size() == part.size()) {
        return Optional.of(answer);
      }
      failed();
    } catch (Refused refused) {
      counts.add("failed");
      refused(part, refused);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      parts.clear();
    } catch (NotAsked notNow) {
      wasAsked = false;
      failed();
    } catch (Exception failure) {
      failed();
    } finally {
      if (wasAsked) {
        counts.add("requests");
      }
    }
    return Optional.empty();
  }

  /** For a reason that the rest would fail for, too. */
  private void failed() {
    counts.add("failed");
    parts.clear();
  }

  private void refused(List<String> part, Refused refused) {
    if (part.size() > 1) {
      int half = part.size() / 2;
      parts.push(part.subList(half, part.size()));
      parts.push(part.subList(0, half));
    } else if (refused.isSure()) {
      space.refuse(part.get(0));
    } else {
      doubt(part.get(0));
    }
  }

  private void doubt(String text) {
    doubted.add(text);
    if (doubted.size() >= OUTAGE && usable == 0) {
      parts.clear();
    }
  }
}
