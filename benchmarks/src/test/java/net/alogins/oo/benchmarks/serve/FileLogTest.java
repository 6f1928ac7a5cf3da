package net.alogins.oo.benchmarks.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.testkit.EventLogContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What others are measured by has to do what they do. */
class FileLogTest extends EventLogContract {

  @TempDir private Path directory;

  private final List<FileLog> open = new ArrayList<>();

  @Override
  protected EventLog log() throws IOException {
    FileLog log = new FileLog(directory.resolve("log" + open.size()));
    open.add(log);
    return log;
  }

  @AfterEach
  void close() throws IOException {
    for (FileLog log : open) {
      log.close();
    }
  }
}
