package net.alogins.oo.todotxt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;

/** A list on a desk: one file, a clock that stands still, and the tasks that are seen there. */
final class Desk {

  static final UserId ADA = new UserId("ada");

  final ManualClock clock = ManualClock.at(SampleContexts.NOW);
  final Path file;
  final TodoTxt tasks;

  Desk(Path folder, String... lines) {
    file = folder.resolve("todo.txt");
    tasks = TodoTxt.of(List.of(file), clock);
    if (lines.length > 0) {
      lines(lines);
    }
  }

  /** Writes lines, each with its end, as somebody did who finished a minute ago. */
  void lines(String... lines) {
    text(String.join("\n", lines) + "\n");
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] bytes) {
    write(bytes);
    written(Duration.ofMinutes(1));
  }

  void write(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes it look as if the file had been written that long ago. */
  void written(Duration ago) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(ago)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  List<Candidate> candidates() {
    try {
      return tasks.candidates(SampleContexts.plain());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  Candidate only() {
    List<Candidate> all = candidates();
    if (all.size() != 1) {
      throw new AssertionError("there must be one candidate but there were " + all);
    }
    return all.get(0);
  }

  List<String> titles() {
    return candidates().stream().map(Candidate::title).toList();
  }

  List<String> keys() {
    return candidates().stream().map(candidate -> candidate.id().key()).toList();
  }

  CandidateId id(String title) {
    return candidates().stream()
        .filter(candidate -> candidate.title().equals(title))
        .map(Candidate::id)
        .findFirst()
        .orElseThrow();
  }

  Completion completion(CandidateId id) {
    return new Completion(ADA, id, new TipId(1, 1), clock.instant());
  }

  void complete(CandidateId... ids) {
    Arrays.stream(ids).forEach(id -> tasks.completed(completion(id)));
  }

  void reopen(CandidateId... ids) {
    Arrays.stream(ids).forEach(id -> tasks.reopened(completion(id)));
  }
}
