package net.alogins.oo.calendar;

import java.nio.file.Path;
import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.io.TempDir;

/** The contract, asked of a folder of files. */
class CalendarFilesContractTest extends ConnectorContract {

  @TempDir private Path parent;

  @Override
  protected OtherSystem system() throws Exception {
    return new FolderSystem(parent);
  }
}
