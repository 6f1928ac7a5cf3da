package net.alogins.oo.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whether an audit log is as it was written: each entry follows the one before, and the last is
 * where the log is said to end. Whoever may write the store can write another chain that is whole;
 * only a hash that was noted elsewhere tells it from this one.
 *
 * @param log the log
 */
public record AuditChain(AuditLog log) {

  private static final int PAGE = 256;

  /**
   * Shows every entry to {@code reader}, in order, up to the first that is wrong.
   *
   * @return which rule is broken where, or empty when the chain is whole
   */
  public Optional<String> broken(Consumer<AuditEntry> reader) {
    AuditEntry.End last = AuditEntry.End.NONE;
    for (AuditEntry entry : (Iterable<AuditEntry>) entries()::iterator) {
      Optional<String> broken = broken(last, entry);
      if (broken.isPresent()) {
        return broken;
      }
      reader.accept(entry);
      last = entry.end();
    }
    return broken(last);
  }

  /** Whether an entry has this hash. */
  public boolean holds(String hash) {
    return entries().anyMatch(entry -> entry.hash().equals(hash));
  }

  private Stream<AuditEntry> entries() {
    return Stream.iterate(
            log.read(0, PAGE),
            page -> !page.isEmpty(),
            page -> log.read(page.get(page.size() - 1).seq(), PAGE))
        .flatMap(List::stream);
  }

  private static Optional<String> broken(AuditEntry.End last, AuditEntry entry) {
    if (entry.seq() != last.seq() + 1) {
      return Optional.of(
          "entry %d must be the next after entry %d".formatted(entry.seq(), last.seq()));
    }
    return entry.hash().equals(entry.hashAfter(last.hash()))
        ? Optional.empty()
        : Optional.of("entry %d must have the hash of what is in it".formatted(entry.seq()));
  }

  private Optional<String> broken(AuditEntry.End last) {
    AuditEntry.End end = log.end();
    return last.equals(end)
        ? Optional.empty()
        : Optional.of(
            "the log must end with entry %d, of its hash, but ends with entry %d"
                .formatted(end.seq(), last.seq()));
  }
}
