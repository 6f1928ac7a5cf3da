package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies what a server keeps, while it runs or not. */
@Command(
    name = "backup",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Copies everything that was learned from, as it is at one moment, to one file, and checks it.",
      "A server may be running."
    },
    footer = {
      "",
      "Exit codes: 0 the file is there and checked, 64 wrong usage, 66 no data there, 73 the data is",
      "damaged, or FILE cannot be made or is there already, 76 of a newer oO."
    })
final class Backup implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to make; only its owner may read it.")
  private Path file = Path.of("");

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Override
  public Integer call() {
    kept.place("oo").database().backup(file);
    return Exit.OK;
  }
}
