package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a data directory out of a backup. */
@Command(
    name = "restore",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Puts what a backup holds, checked row by row, into a data directory that holds nothing yet."
    },
    footer = {
      "",
      "Exit codes: 0 it is there, 64 wrong usage, 73 the backup is damaged or no backup, or there is",
      "something in the data directory already, 75 in use, 76 of a newer oO."
    })
final class Restore implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The backup; it stays as it is.")
  private Path file = Path.of("");

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Override
  public Integer call() {
    kept.place("oo").database().restore(file);
    return Exit.OK;
  }
}
