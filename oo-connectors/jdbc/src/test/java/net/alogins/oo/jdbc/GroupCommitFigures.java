package net.alogins.oo.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.event.EventLog;

/** What group commit costs against a bare file, in events a second; printed, with the ratio. */
final class GroupCommitFigures {

  private static final int PAIRS = 5;

  private GroupCommitFigures() {}

  /** {@code pairs <directory>}, or {@code flushes <directory>} under strace. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "pairs" -> {
        pairs(directory, "reactions", 0);
        pairs(directory, "decisions of 20 and reactions", 20);
      }
      case "sqlite" ->
          System.out.println("only " + sqlite(directory, new Load(64, Duration.ofSeconds(25), 0)));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void pairs(Path directory, String what, int candidates) throws Exception {
    Load warm = new Load(64, Duration.ofSeconds(4), candidates);
    Load load = new Load(64, Duration.ofSeconds(3), candidates);
    bare(directory, warm);
    sqlite(directory, warm);
    for (int pair = 0; pair < PAIRS; pair++) {
      double bare = bare(directory, load);
      double sqlite = sqlite(directory, load);
      System.out.printf(
          "%s: file %.0f/s sqlite %.0f/s ratio %.3f%n", what, bare, sqlite, sqlite / bare);
    }
  }

  private static double bare(Path directory, Load load) throws Exception {
    Path file = Files.createTempFile(directory, "bare", ".log");
    Files.delete(file);
    try (FileLog log = new FileLog(file)) {
      return load.on(log::append);
    } finally {
      Files.delete(file);
    }
  }

  private static double sqlite(Path directory, Load load) throws Exception {
    Path own = Files.createTempDirectory(directory, "sqlite");
    try (SqliteStores stores = SqliteStores.open(own.resolve("oo.db"), Opened.HOME)) {
      EventLog log = stores.stores().log();
      AtomicLong n = new AtomicLong(), b = new AtomicLong();
      log.follow(
          x -> {
            n.addAndGet(x.size());
            b.incrementAndGet();
          });
      try {
        return load.on(event -> log.append(List.of(event)));
      } finally {
        System.out.println("rows/batch " + n.get() / (double) b.get());
      }
    } finally {
      try (var all = Files.list(own)) {
        for (Path each : all.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(own);
    }
  }
}
