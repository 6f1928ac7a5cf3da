package net.alogins.oo.server;

import java.util.concurrent.Callable;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Learns everything again from the log of a server that does not run. */
@Command(
    name = "rebuild",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Learns everything again from the log, past every snapshot but the base, and keeps the result.",
      "Prints the state hash before and after, which are the same unless a snapshot was wrong."
    },
    footer = {
      "",
      "Exit codes: 0 the state is as it was, 65 it was another, 66 no data there, 69 the database",
      "is away, 73 it cannot be used, 75 in use, 76 of a newer oO."
    })
final class Rebuild implements Callable<Integer> {

  /** How it stood, and how it stands. */
  private record Change(Status before, Status after) {

    static Change of(Recommender recommender) {
      return new Change(recommender.status(), recommender.rebuild());
    }

    boolean isNone() {
      return before.stateHash().equals(after.stateHash());
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Mixin private Hindsight sight = new Hindsight();

  @Override
  public Integer call() {
    Change change = Offline.on(kept.place("oo").database(), sight.features(), Change::of);
    spec.commandLine().getOut().println("before " + change.before().stateHash());
    Standing.print(change.after(), spec.commandLine().getOut());
    return change.isNone() ? Exit.OK : Exit.DIFFERENT.code();
  }
}
