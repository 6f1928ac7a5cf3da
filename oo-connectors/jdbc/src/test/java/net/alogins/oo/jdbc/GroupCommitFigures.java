package net.alogins.oo.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.jdbc.Load.Log;

/**
 * What group commit costs, in a process of its own: against a bare file that forms the same groups
 * of the same bytes, in interleaved pairs, each side in a new file; and in flushes of the disk.
 */
final class GroupCommitFigures {

  private static final int CALLERS = 64;
  private static final int PAIRS = 5;
  private static final Duration WARM = Duration.ofSeconds(8);
  private static final Duration TIMED = Duration.ofSeconds(3);

  private final Path directory;

  private GroupCommitFigures(Path directory) {
    this.directory = directory;
  }

  /** {@code rates <directory>}, or {@code flushes <directory>}, which is to be traced. */
  public static void main(String[] arguments) throws Exception {
    GroupCommitFigures figures = new GroupCommitFigures(Path.of(arguments[1]));
    if (arguments[0].equals("rates")) {
      figures.rates("reactions", 0);
      figures.rates("decisions and reactions", 20);
    } else {
      figures.flushes();
    }
  }

  private void rates(String what, int candidates) throws Exception {
    Load warm = new Load(CALLERS, WARM, candidates);
    Load load = new Load(CALLERS, TIMED, candidates);
    file(warm);
    sqlite(warm);
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      double file = file(load);
      double sqlite = sqlite(load);
      ratios.add(sqlite / file);
      System.out.printf(
          "%s: file %.0f/s, sqlite %.0f/s, %.3f%n", what, file, sqlite, sqlite / file);
    }
    ratios.sort(null);
    System.out.printf("median %s: %.3f%n", what, ratios.get(PAIRS / 2));
  }

  private double file(Load load) throws Exception {
    Path path = directory.resolve("bare.log");
    try (FileLog log = new FileLog(path)) {
      return load.on(log::append);
    } finally {
      Files.delete(path);
    }
  }

  private double sqlite(Load load) throws Exception {
    return inNewStore(log -> load.on(event -> log.append(List.of(event))));
  }

  /** What is done to a log. */
  private interface Use {
    double of(EventLog log) throws Exception;
  }

  private double inNewStore(Use use) throws Exception {
    Path own = Files.createTempDirectory(directory, "sqlite");
    try (SqliteStores stores = SqliteStores.open(own.resolve("oo.db"), Opened.HOME)) {
      return use.of(stores.stores().log());
    } finally {
      delete(own);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  /** Appends between a flush of a file called begin and one of a file called end. */
  private void flushes() throws Exception {
    double batches =
        inNewStore(
            log -> {
              AtomicLong counted = new AtomicLong();
              Log append = event -> log.append(List.of(event));
              new Load(CALLERS, WARM, 20).on(append);
              log.follow(batch -> counted.incrementAndGet());
              flush("begin");
              new Load(CALLERS, WARM, 20).on(append);
              flush("end");
              return counted.get();
            });
    System.out.printf("batches %.0f%n", batches);
  }

  private void flush(String name) throws IOException {
    Path path = directory.resolve(name);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(1));
      file.force(true);
    }
  }
}
