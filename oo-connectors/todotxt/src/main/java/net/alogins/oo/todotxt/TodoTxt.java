package net.alogins.oo.todotxt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.SideEffect;

/**
 * The tasks of todo.txt files: a source that offers the open ones, in the order of the files and of
 * their lines, and a side effect that completes and reopens them where they stand. Everybody who
 * asks sees the same tasks, so a host with several people gives each their own recommender.
 *
 * <p><b>Identity.</b> The key of a task is the first 16 hexadecimal digits of the SHA-256 of its
 * words, in UTF-8 with one space between them: the words of its line, split at white space, without
 * the completion mark, without {@code due:}, {@code t:} and {@code pri:}, and then without the
 * priorities and days that come first. When several lines have the same words, {@code #2} is
 * appended for the second of them, {@code #3} for the third; open and completed lines count alike,
 * through the files in the order in which they were given.
 *
 * <p><b>Reading.</b> A file is read when it changed since the last question. While it cannot be
 * read, its last tasks stand; if it never could, {@link #candidates} and {@link #problems} throw. A
 * line that is not in order is a {@link Problem}, and is skipped.
 *
 * <p><b>Writing.</b> Exactly one line changes; the file is replaced as a whole, atomically and
 * durably, and only if nobody else changed it meanwhile. Every method may be called from any
 * thread.
 *
 * @see <a href="https://github.com/todotxt/todo.txt">The todo.txt format</a>
 */
public final class TodoTxt implements CandidateSource, SideEffect {

  static final String NAME = "todotxt";

  private final List<TaskFile> files;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private List<Listing> listings = List.of();
  private List<Offer> offers = List.of();

  private TodoTxt(List<TaskFile> files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /**
   * The tasks of {@code files}; nothing is read yet.
   *
   * @param clock what says how old a file is, and in whose zone a task is completed on a day
   * @throws IllegalArgumentException if a file is named twice, be it by a link
   */
  public static TodoTxt of(List<Path> files, Clock clock) {
    List<Path> paths = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    if (paths.stream().map(TodoTxt::real).distinct().count() < paths.size()) {
      throw new IllegalArgumentException("tasks files must be different but were " + files);
    }
    return new TodoTxt(paths.stream().map(path -> new TaskFile(path, clock)).toList(), clock);
  }

  /** Where {@code path} leads to, as far as there is something. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException none) {
      Path folder = path.getParent();
      return folder == null ? path : real(folder).resolve(path.getFileName());
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * The open tasks that are neither hidden nor put off to a later day on the person's own clock.
   *
   * @throws TaskFileException if a file was never readable
   */
  @Override
  public List<Candidate> candidates(Context context) throws InterruptedException {
    LocalDate today = context.localTime().toLocalDate();
    lock.lockInterruptibly();
    try {
      return offers().stream().filter(o -> o.standsOn(today)).map(Offer::candidate).toList();
    } finally {
      lock.unlock();
    }
  }

  private List<Offer> offers() {
    List<Listing> now = files.stream().map(TaskFile::listing).toList();
    if (!now.equals(listings)) {
      offers = Offer.all(now);
      listings = now;
    }
    return offers;
  }

  /**
   * The lines that are skipped now, at most 100 of them.
   *
   * @throws TaskFileException if a file was never readable
   */
  public List<Problem> problems() {
    lock.lock();
    try {
      return files.stream()
          .flatMap(file -> file.listing().problems().stream())
          .limit(Scan.MOST_PROBLEMS)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Completes the line of the candidate, on the day when that was said; a line that is gone or
   * completed is left alone.
   *
   * @throws TaskFileException if that cannot be done now
   */
  @Override
  public void completed(Completion completion) {
    LocalDate day = LocalDate.ofInstant(completion.at(), clock.getZone());
    edit(completion.candidate(), line -> line.completed(day));
  }

  /**
   * Reopens the line of the candidate; a line that is gone or open is left alone.
   *
   * @throws TaskFileException if that cannot be done now
   */
  @Override
  public void reopened(Completion completion) {
    edit(completion.candidate(), Line::reopened);
  }

  private void edit(CandidateId candidate, Function<Line, Optional<String>> change) {
    if (!candidate.source().equals(NAME)) {
      return;
    }
    lock.lock();
    try {
      Key.parse(candidate.key()).ifPresent(key -> edit(key, change));
    } finally {
      lock.unlock();
    }
  }

  private void edit(Key key, Function<Line, Optional<String>> change) {
    int before = 0;
    for (TaskFile file : files) {
      int here = file.listing().count(key.words());
      if (key.nth() <= before + here) {
        file.edit(new Key(key.words(), key.nth() - before), change);
        return;
      }
      before += here;
    }
    files.forEach(TaskFile::checkReadable);
  }
}
